// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DropTarget } from '../../../lib/page-side/guard.ts';
import { handOver, isInInputs, isOnPage, takeBack } from '../../../lib/page-side/hand-over.ts';
import { element, putFiles } from '../upload-page/trusted.ts';

const SENR = new File(['senr'], 'SENR 2022-23.txt');
const SINF = new File(['sinf'], 'SINF 2022-23.txt');

let stop = new AbortController();
let dropped: { zone: HTMLElement; files: readonly File[] }[] = [];
const input = () => element('input', HTMLInputElement);
const list = () => element('ul', HTMLUListElement);
const options = () => ({
  document,
  signal: stop.signal,
  drop: ({ zone }: DropTarget, files: readonly File[]) => void dropped.push({ zone, files }),
  has: (_: File) => false,
});
const give = (...files: readonly File[]) =>
  handOver({ kind: 'input', input: input() }, files, options());
/** The page says that it has every file that it lists. */
const giveAgain = (...files: readonly File[]) => {
  const has = ({ name }: File) => list().textContent.includes(name);
  return handOver({ kind: 'input', input: input() }, files, { ...options(), has });
};

/** A page's own handler of the choice. */
function onChange(handler: (files: readonly File[]) => void): void {
  input().addEventListener('change', () => handler([...(input().files ?? [])]));
}

function show(files: readonly File[]): void {
  list().innerHTML = files.map(({ name }) => `<li>${name} Ready to Submit</li>`).join('');
}

async function within<Result>(ms: number, result: Promise<Result>): Promise<Result> {
  await vi.advanceTimersByTimeAsync(ms);
  return result;
}

beforeEach(() => {
  vi.useFakeTimers();
  stop = new AbortController();
  dropped = [];
  document.body.innerHTML = '<form><input type="file" multiple><ul></ul></form>';
});

afterEach(() => vi.useRealTimers());

describe('files handed over', () => {
  it('are in the input, in order, and the page hears of it as of any choice', async () => {
    const seen: string[] = [];
    for (const type of ['input', 'change']) {
      document.addEventListener(type, () => seen.push(type), { once: true });
    }
    expect(await within(500, give(SENR, SINF))).toBe('in the input');
    expect([...(input().files ?? [])].map(({ name }) => name)).toEqual([SENR.name, SINF.name]);
    expect(seen).toEqual(['input', 'change']);
  });

  it('replace what the input held', async () => {
    putFiles(input(), SINF);
    expect(await within(500, give(SENR))).toBe('in the input');
    expect(input().files).toHaveLength(1);
  });

  it('are taken by a page that empties its input and names them', async () => {
    onChange((files) => {
      if (files.length === 0) return;
      show(files);
      input().value = '';
    });
    expect(await within(600, give(SENR, SINF))).toBe('taken by the page');
  });

  it('are taken by a page that replaces its input and names them later', async () => {
    onChange((files) => {
      input().replaceWith(input().cloneNode());
      setTimeout(() => show(files), 1500);
    });
    expect(await within(2500, give(SENR))).toBe('taken by the page');
  });

  it('are refused by a page that empties its input and names none', async () => {
    onChange(() => {
      input().value = '';
    });
    expect(await within(4000, give(SENR))).toBe('refused');
  });

  it('are refused by a page that names only one of them', async () => {
    onChange((files) => {
      show(files.slice(0, 1));
      input().value = '';
    });
    expect(await within(4000, give(SENR, SINF))).toBe('refused');
  });

  it('are refused by a page that keeps only some', async () => {
    onChange((files) => {
      if (files.length > 1) putFiles(input(), ...files.slice(0, 1));
    });
    expect(await within(4000, give(SENR, SINF))).toBe('refused');
  });

  it('are not just in the input of a page that adds files of its own', async () => {
    onChange((files) => {
      if (files.length === 1) putFiles(input(), ...files, SINF);
    });
    expect(await within(4000, give(SENR))).toBe('refused');
  });

  it('are judged late enough for a widget that empties its input a moment later', async () => {
    onChange((files) => {
      setTimeout(() => {
        show(files);
        input().value = '';
      }, 250);
    });
    expect(await within(700, give(SENR))).toBe('taken by the page');
  });

  it('to a drop zone are dropped there, and taken when the page names them', async () => {
    const zone = list();
    const handing = handOver({ kind: 'drop zone', how: 'drop', zone }, [SENR], options());
    show([SENR]);
    expect(await within(600, handing)).toBe('taken by the page');
    expect(dropped).toEqual([{ zone, files: [SENR] }]);
    expect(input().files).toHaveLength(0);
  });

  it('to a drop zone that does nothing are refused', async () => {
    const handing = handOver({ kind: 'drop zone', how: 'drop', zone: list() }, [SENR], options());
    expect(await within(4000, handing)).toBe('refused');
  });

  it('are not given again to a page that has loaded them, and still says so', async () => {
    const loaded: string[] = [];
    onChange((files) => {
      loaded.push(...files.map(({ name }) => name));
      list().innerHTML += files.map(({ name }) => `<li>${name} Ready to Submit</li>`).join('');
    });
    show([SENR]);
    expect(await within(600, giveAgain(SENR, SINF))).toBe('taken by the page');
    expect(loaded).toEqual([SINF.name]);
  });

  it('are given again, at once, to a page that lists what its input holds', async () => {
    onChange(show);
    show([SENR]);
    const handing = giveAgain(SENR, SINF);
    expect([...(input().files ?? [])].map(({ name }) => name)).toEqual([SINF.name]);
    await vi.advanceTimersByTimeAsync(0); // no timer has to go off
    expect([...(input().files ?? [])].map(({ name }) => name)).toEqual([SENR.name, SINF.name]);
    expect(await within(500, handing)).toBe('in the input');
  });

  it('are no longer waited for once the assistant has stopped', async () => {
    const handing = give(SENR);
    const outcome = expect(handing).rejects.toThrow('stopped');
    stop.abort(new Error('stopped'));
    await outcome;
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('files given a moment ago', () => {
  it('are in the input at once', () => {
    void give(SENR, SINF);
    expect([...(input().files ?? [])]).toHaveLength(2);
  });

  it('are refused by a page that has put its input aside', async () => {
    const given = give(SENR);
    input().remove();
    expect(await within(4000, given)).toBe('refused');
  });
});

describe('files taken back', () => {
  const back = () => takeBack(input(), [SENR.name], options());

  it('are gone from the input, and the page hears of it', async () => {
    putFiles(input(), SENR);
    const heard = vi.fn();
    input().addEventListener('change', heard);
    expect(await within(500, back())).toBe(true);
    expect(input().files).toHaveLength(0);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('are gone when the page takes its list away', async () => {
    putFiles(input(), SENR);
    show([SENR]);
    onChange(show);
    expect(await within(500, back())).toBe(true);
  });

  it('are not gone while the page still names them', async () => {
    putFiles(input(), SENR);
    show([SENR]);
    expect(await within(500, back())).toBe(false);
  });
});

describe('files are in inputs', () => {
  it('while each is in one; that the page names them is not enough', () => {
    putFiles(input(), SENR);
    show([SINF]);
    expect(isInInputs(document, [SENR.name])).toBe(true);
    expect(isInInputs(document, [SENR.name, SINF.name])).toBe(false);
    input().value = '';
    expect(isInInputs(document, [SENR.name])).toBe(false);
  });
});

describe('files are on the page', () => {
  it('while each is in an input or named', () => {
    putFiles(input(), SENR);
    expect(isOnPage(document, [SENR.name])).toBe(true);
    expect(isOnPage(document, [SENR.name, SINF.name])).toBe(false);
    show([SINF]);
    expect(isOnPage(document, [SENR.name, SINF.name])).toBe(true);
  });

  it('no longer when the page has built a fresh form', () => {
    putFiles(input(), SENR);
    document.body.innerHTML = '<form><input type="file" multiple><ul></ul></form>';
    expect(isOnPage(document, [SENR.name])).toBe(false);
  });
});
