// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readText, tell, writeText } from '../../../lib/upload-page/text-field.ts';
import { element } from './trusted.ts';

const KINDS = [
  ['an input', '<input value="before">'],
  ['a textarea', '<textarea>before</textarea>'],
  ['an editable element', '<div contenteditable="true">before</div>'],
] as const;

function field(html: string): HTMLElement {
  document.body.innerHTML = `<form>${html}</form>`;
  return element('form > *', HTMLElement);
}

describe.each(KINDS)('%s', (_kind, html) => {
  it('is read as it is', () => {
    expect(readText(field(html))).toBe('before');
  });

  it('is written the way typing leaves it', () => {
    const written = field(html);
    const heard: string[] = [];
    for (const type of ['input', 'change', 'blur', 'focusout']) {
      written.addEventListener(type, () => heard.push(`${type}: ${readText(written)}`));
    }
    writeText(written, 'SENR 2022-23');
    expect(readText(written)).toBe('SENR 2022-23');
    expect(heard).toEqual([
      'input: SENR 2022-23',
      'change: SENR 2022-23',
      'blur: SENR 2022-23',
      'focusout: SENR 2022-23',
    ]);
  });

  it('can be emptied', () => {
    const written = field(html);
    writeText(written, '');
    expect(readText(written)).toBe('');
  });
});

describe('a field that changed', () => {
  it('sends an event past its shadow root only if the browser does', () => {
    document.body.innerHTML = '<section></section>';
    const host = element('section', HTMLElement);
    const inside = document.createElement('input');
    host.attachShadow({ mode: 'open' }).append(inside);
    const heard: string[] = [];
    for (const type of ['input', 'change']) host.addEventListener(type, () => heard.push(type));
    tell(inside, 'input', 'change');
    expect(heard).toEqual(['input']);
  });

  it('sends only the requested events', () => {
    const told = field('<input>');
    const heard: string[] = [];
    for (const type of ['input', 'change']) {
      document.addEventListener(type, () => heard.push(type), { once: true });
    }
    tell(told, 'change');
    expect(heard).toEqual(['change']);
  });
});
