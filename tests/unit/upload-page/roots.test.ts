// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { elementsWithText } from '../../../lib/upload-page/page-text.ts';
import { openRoots, rootOf, textOf } from '../../../lib/upload-page/roots.ts';
import { element } from './trusted.ts';

beforeEach(() => {
  document.body.innerHTML = '<section></section><aside></aside>';
});

function rootIn(selector: string, mode: ShadowRootMode, html: string): ShadowRoot {
  const root = element(selector, HTMLElement).attachShadow({ mode });
  root.innerHTML = html;
  return root;
}

describe('the trees of a page', () => {
  it('are only the document if it has no shadow root', () => {
    expect(openRoots(document)).toEqual([document]);
  });

  it('are also the open shadow roots, even those inside others', () => {
    const outer = rootIn('section', 'open', '<p>outer</p><div></div>');
    const inner = outer.querySelector('div')?.attachShadow({ mode: 'open' });
    const other = rootIn('aside', 'open', '');
    expect(openRoots(document)).toEqual([document, outer, other, inner]);
  });

  it('are not the closed ones', () => {
    rootIn('section', 'closed', '<p>closed</p>');
    expect(openRoots(document)).toEqual([document]);
  });

  it('give their text', () => {
    const root = rootIn('section', 'open', '<p id="p">inside</p>');
    expect(textOf(root)).toBe('inside');
    element('aside', HTMLElement).textContent = 'outside';
    expect(textOf(document)).toBe('outside');
  });

  it('know their own elements', () => {
    const root = rootIn('section', 'open', '<p></p>');
    expect(rootOf(element('aside', HTMLElement))).toBe(document);
    const inside = root.querySelector('p');
    expect(inside && rootOf(inside)).toBe(root);
    expect(rootOf(document.createElement('p'))).toBe(document);
  });

  it('give no text while the document has no body', () => {
    document.body.remove();
    expect(textOf(document)).toBe('');
    document.documentElement.append(document.createElement('body'));
  });
});

describe('elements with a text', () => {
  it('are the innermost ones, in page order, and only if a single text has all the words', () => {
    document.body.innerHTML = '<p>say <b>yes</b></p><i>yes and no</i><u>y<s>es</s></u>';
    const found = elementsWithText(document, (text) => text.includes('yes'));
    expect(found.map(({ localName }) => localName)).toEqual(['b', 'i']);
  });
});
