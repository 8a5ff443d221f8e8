// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { filledInputs, KnownFiles } from '../../../lib/page-side/known-files.ts';
import { element, putFiles } from '../upload-page/trusted.ts';

const SENR = new File(['senr'], 'SENR 2022-23.txt');

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('a known file', () => {
  it('is known by name and size, whichever object it is', () => {
    const known = new KnownFiles();
    known.add(SENR.name, SENR.size);
    expect(known.has(SENR)).toBe(true);
    expect(known.has(new File(['abcd'], SENR.name))).toBe(true);
  });

  it.each([
    ['another size', new File(['senr and more'], 'SENR 2022-23.txt')],
    ['another name', new File(['senr'], 'SINF 2022-23.txt')],
    ['a name that looks like size and name together', new File(['senr'], '4 SENR 2022-23.txt')],
  ])('is not one of %s', (_what, file) => {
    const known = new KnownFiles();
    known.add(SENR.name, SENR.size);
    expect(known.has(file)).toBe(false);
  });

  it('is not known before it is added', () => {
    expect(new KnownFiles().has(SENR)).toBe(false);
  });
});

describe('the filled inputs', () => {
  it('are those file inputs that hold files, in open shadow roots too', () => {
    document.body.innerHTML =
      '<input type="file" id="full"><input type="file" id="empty"><input id="text" value="a">' +
      '<section></section>';
    const root = element('section', HTMLElement).attachShadow({ mode: 'open' });
    root.innerHTML = '<input type="file" id="inside">';
    const inside = root.querySelector('input');
    if (!inside) throw new Error('No input in the shadow root');
    putFiles(element('#full', HTMLInputElement), SENR);
    putFiles(inside, SENR);
    expect(filledInputs(document).map(({ id }) => id)).toEqual(['full', 'inside']);
  });

  it('are none once they are emptied', () => {
    document.body.innerHTML = '<input type="file">';
    const input = element('input', HTMLInputElement);
    putFiles(input, SENR);
    expect(filledInputs(document)).toEqual([input]);
    input.value = '';
    expect(filledInputs(document)).toEqual([]);
  });
});
