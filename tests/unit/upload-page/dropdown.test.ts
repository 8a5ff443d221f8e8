// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chooseInDropdown } from '../../../lib/upload-page/dropdown.ts';
import { layOut } from './layout.ts';
import { element } from './trusted.ts';

layOut();
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

interface Kind {
  readonly opensOn: 'mousedown' | 'click' | 'keydown';
  readonly takes?: boolean;
  readonly options?: readonly string[];
}

/** A dropdown as such libraries build it: its list is in the page only while it is open. */
function dropdown({ opensOn, takes = true, options = ['MOU', 'CALPADS'] }: Kind): HTMLElement {
  document.body.innerHTML = '<div role="combobox" tabindex="0">Select purpose</div>';
  const box = element('div', HTMLElement);
  Object.defineProperty(box, 'innerText', { get: () => box.textContent });
  const close = () => document.querySelector('ul')?.remove();
  box.addEventListener(opensOn, () => {
    if (document.querySelector('ul')) return close();
    const list = document.createElement('ul');
    for (const text of options) {
      const item = document.createElement('li');
      item.setAttribute('role', 'option');
      item.textContent = text;
      item.addEventListener('click', () => {
        if (takes) box.textContent = text;
        close();
      });
      list.append(item);
    }
    document.body.append(list);
  });
  box.addEventListener('keydown', ({ key }) => key === 'Escape' && close());
  return box;
}

async function choose(box: HTMLElement): Promise<boolean> {
  const result = chooseInDropdown(box, 'calpads', new AbortController().signal);
  await vi.runAllTimersAsync();
  return result;
}

describe('a custom dropdown', () => {
  it.each(['mousedown', 'click', 'keydown'] as const)(
    'that opens on %s shows CALPADS in the end, and is closed',
    async (opensOn) => {
      const box = dropdown({ opensOn });
      expect(await choose(box)).toBe(true);
      expect(box.textContent).toBe('CALPADS');
      expect(document.querySelector('ul')).toBeNull();
    },
  );

  it('that takes nothing is closed again', async () => {
    const box = dropdown({ opensOn: 'click', takes: false });
    expect(await choose(box)).toBe(false);
    expect(document.querySelector('ul')).toBeNull();
  });

  it.each([
    ['without the option', ['MOU']],
    ['with two options of that name', ['CALPADS', 'CALPADS']],
    ['with a longer name', ['CALPADS (old)']],
  ])('%s is left as it was', async (_, options) => {
    const box = dropdown({ opensOn: 'click', options });
    expect(await choose(box)).toBe(false);
    expect(box.textContent).toBe('Select purpose');
    expect(document.querySelector('ul')).toBeNull();
  });
});
