// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bringInDetachedInputs } from '../../../lib/page-side/detached-inputs.ts';

const { prototype } = HTMLInputElement;
/** What the browser does at a click and for a picker, written down: happy-dom opens no dialog. */
let opened: { readonly how: string; readonly input: HTMLInputElement; readonly isIn: boolean }[] =
  [];

const opener = (how: string) =>
  function open(this: HTMLInputElement) {
    opened.push({ how, input: this, isIn: this.isConnected });
  };

function input(type: string): HTMLInputElement {
  return Object.assign(document.createElement('input'), { type });
}

const shelter = () => document.querySelector<HTMLElement>('[data-upload-assistant=shelter]');

beforeEach(() => {
  opened = [];
  document.body.innerHTML = '';
  Object.defineProperty(prototype, 'click', { configurable: true, value: opener('click') });
  Object.defineProperty(prototype, 'showPicker', { configurable: true, value: opener('picker') });
  // A realm of its own would be `window`; here the test's own realm is the page's.
  bringInDetachedInputs(window as Window & typeof globalThis);
});

afterEach(() => {
  Reflect.deleteProperty(prototype, 'click');
  Reflect.deleteProperty(prototype, 'showPicker');
  vi.restoreAllMocks();
  shelter()?.remove();
});

describe('a file input that is in no document', () => {
  it('is brought in, out of sight, before its dialog opens', () => {
    const files = input('file');
    files.click();
    expect(opened).toEqual([{ how: 'click', input: files, isIn: true }]);
    expect(shelter()?.hidden).toBe(true);
    expect(shelter()?.children).toHaveLength(1);
  });

  it('is brought in for its picker, too', () => {
    const files = input('file');
    files.showPicker();
    expect(opened).toEqual([{ how: 'picker', input: files, isIn: true }]);
  });

  it('goes when the page makes another for the next choice', () => {
    const [first, second] = [input('file'), input('file')];
    first.click();
    second.click();
    expect([first.isConnected, second.isConnected]).toEqual([false, true]);
    expect(document.querySelectorAll('[data-upload-assistant=shelter]')).toHaveLength(1);
  });

  it('is brought in again after the page has thrown the shelter out', () => {
    input('file').click();
    shelter()?.remove();
    const files = input('file');
    files.click();
    expect(files.isConnected).toBe(true);
  });

  it('keeps what the page listens for', () => {
    const files = input('file');
    const heard = vi.fn();
    files.addEventListener('change', heard);
    files.click();
    files.dispatchEvent(new Event('change'));
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('opens its dialog even where it cannot be brought in', () => {
    vi.spyOn(document.documentElement, 'append').mockImplementation(() => {
      throw new Error('The page forbids it.');
    });
    const files = input('file');
    files.click();
    expect(opened).toEqual([{ how: 'click', input: files, isIn: false }]);
  });
});

describe('is left where it is:', () => {
  it('a file input that is in the page', () => {
    const files = input('file');
    document.body.append(files);
    files.click();
    expect(files.parentElement).toBe(document.body);
    expect(opened).toHaveLength(1);
  });

  it('an input of another kind', () => {
    const check = input('checkbox');
    check.click();
    expect(check.isConnected).toBe(false);
    expect(opened).toHaveLength(1);
  });
});
