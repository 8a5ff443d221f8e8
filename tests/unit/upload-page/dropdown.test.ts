// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { boxOf, chooseInDropdown, shownIn } from '../../../lib/upload-page/dropdown.ts';
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

/** A dropdown like those of widget libraries. Its list is in the page only while it is open. */
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
    'that opens on %s shows CALPADS in the end and is closed',
    async (opensOn) => {
      const box = dropdown({ opensOn });
      expect(await choose(box)).toBe(true);
      expect(box.textContent).toBe('CALPADS');
      expect(document.querySelector('ul')).toBeNull();
    },
  );

  it('that accepts no choice is closed again', async () => {
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

describe('the box of a dropdown', () => {
  const LABEL = '<span>File Purpose:</span>';
  const WIDGET = '<b><i><input readonly><button>select</button></i></b>';

  function boxIn(html: string, selector = 'input'): string {
    document.body.innerHTML = html;
    return boxOf(element(selector, HTMLElement)).outerHTML.slice(0, 4);
  }

  it('is the part that the widget draws around its input, without the label before it', () => {
    expect(boxIn(`<p>${LABEL}${WIDGET}</p>`)).toBe('<b><');
  });

  it('has no other field in it', () => {
    expect(boxIn(`<p>${WIDGET}<input></p>`)).toBe('<b><');
  });

  it('is at most a table cell', () => {
    expect(boxIn(`<table><tr><td>${WIDGET}</td></tr></table>`)).toBe('<b><');
  });

  it('is the input itself if that is not a dropdown', () => {
    expect(boxIn('<b><input></b>')).toBe('<inp');
  });

  it("is next to a hidden select, and shows the select's choice", () => {
    const select = '<select style="display: none"><option>Select purpose</option></select>';
    expect(boxIn(`${select}<div>Select purpose</div>`, 'select')).toBe('<div');
    expect(boxIn(`${select}<div>Round</div>`, 'select')).toBe('<sel');
    expect(boxIn('<select><option>A</option></select><div>A</div>', 'select')).toBe('<sel');
  });

  it('gives the choice for an input that nobody sees', () => {
    document.body.innerHTML =
      '<p>Kind <b><input readonly style="width: 0"><i>Select purpose</i></b></p>';
    expect(shownIn(element('input', HTMLElement))).toBe('select purpose');
  });

  it('gives nothing for a visible input that is empty', () => {
    document.body.innerHTML = '<p><b><input readonly><i>Open</i></b></p>';
    expect(shownIn(element('input', HTMLElement))).toBe('');
  });
});

describe('an option', () => {
  /**
   * A list at the end of the page, opened by an arrow next to the input. Its items have no role.
   */
  function widget(item: string): HTMLInputElement {
    document.body.innerHTML =
      `<p>CALPADS</p><div><input readonly value="Select purpose"><button>v</button></div>` +
      `<ul style="display: none">${item}</ul>`;
    const input = element('input', HTMLInputElement);
    const list = element('ul', HTMLUListElement);
    element('button', HTMLButtonElement).addEventListener('click', () => {
      list.style.display = '';
    });
    list.addEventListener('mouseup', ({ target }) => {
      if (target instanceof HTMLElement) input.value = target.textContent;
    });
    return input;
  }

  it('appears after a click on the arrow, and the same words elsewhere are not an option', async () => {
    const input = widget('<li><span>MOU</span></li><li><span>CALPADS</span></li>');
    expect(await choose(input)).toBe(true);
    expect(input.value).toBe('CALPADS');
  });

  it('is not a link that leaves the page', async () => {
    const input = widget('<li><a href="/calpads">CALPADS</a></li>');
    expect(await choose(input)).toBe(false);
  });

  it('may be a link without a target page', async () => {
    expect(await choose(widget('<li><a href="#">CALPADS</a></li>'))).toBe(true);
  });
});
