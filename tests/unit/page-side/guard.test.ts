// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Target } from '../../../lib/page-side/guard.ts';
import { installGuard } from '../../../lib/page-side/guard.ts';
import { safelyWith } from '../../../lib/upload-page/safely.ts';
import { element, putFiles, trusted } from '../upload-page/trusted.ts';

// happy-dom's DataTransfer does not know `types` for files, so drops bring one of their own.

const SENR = new File(['senr'], 'SENR 2022-23.txt');
const SINF = new File(['sinf'], 'SINF 2022-23.txt');

let stop = new AbortController();
let held: { target: Target; names: string[] }[] = [];
let passed: string[][] = [];
let failures: unknown[] = [];
let pageSaw: string[] = [];
let pageStop = new AbortController();

function install(
  other: { isUploadPage?: () => boolean; mayPass?: (files: readonly File[]) => boolean } = {},
): void {
  installGuard({
    window,
    signal: stop.signal,
    isUploadPage: () => true,
    mayPass: () => false,
    onHeld: (target, files) => {
      const entry = { target, names: [] as string[] };
      held.push(entry);
      void files.then((list) => entry.names.push(...list.map(({ name }) => name)));
    },
    onPassed: (files) => passed.push(files.map(({ name }) => name)),
    safely: safelyWith((error) => failures.push(error)),
    ...other,
  });
  // The page's own listeners, in every place where one could stand, added after the guard's.
  const { signal } = pageStop;
  for (const type of ['input', 'change', 'drop']) {
    for (const [where, target] of [
      ['window', window],
      ['document', document],
      ['form', element('form', HTMLFormElement)],
      ['input', input()],
    ] as const) {
      for (const capture of [true, false]) {
        const saw = () => pageSaw.push(`${type} at ${where}`);
        target.addEventListener(type, saw, { capture, signal });
      }
    }
  }
}

const input = () => element('input[type=file]', HTMLInputElement);
const send = (type: string, target: EventTarget = input()) =>
  target.dispatchEvent(trusted(new Event(type, { bubbles: true, composed: true })));
const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** As the browser does after a choice: first input, then change. */
function choose(...files: readonly File[]): void {
  putFiles(input(), ...files);
  send('input');
  send('change');
}

function drop(target: Element, files: readonly File[], types: readonly string[] = ['Files']) {
  const event = trusted(new Event('drop', { bubbles: true, cancelable: true, composed: true }));
  const items = files.map((file) => ({ getAsFile: () => file, webkitGetAsEntry: () => null }));
  Object.defineProperty(event, 'dataTransfer', { value: { types, files, items } });
  target.dispatchEvent(event);
  return event;
}

beforeEach(() => {
  stop = new AbortController();
  pageStop = new AbortController();
  held = [];
  passed = [];
  failures = [];
  pageSaw = [];
  document.body.innerHTML = '<form><input type="file"><input class="text"><p>drop here</p></form>';
});

afterEach(() => {
  stop.abort();
  pageStop.abort();
});

describe('chosen files', () => {
  it('are held before any listener of the page hears of them', async () => {
    install();
    choose(SENR, SINF);
    await settle();
    expect(pageSaw).toEqual([]);
    expect(held).toEqual([
      {
        target: { kind: 'input', input: input() },
        names: ['SENR 2022-23.txt', 'SINF 2022-23.txt'],
      },
    ]);
  });

  it('are taken out of the input', () => {
    install();
    choose(SENR);
    expect(input().files).toHaveLength(0);
  });

  it('are held once, although input and change both come', () => {
    install();
    choose(SENR);
    expect(held).toHaveLength(1);
    expect(pageSaw).toEqual([]);
  });

  it('are held when only change comes', () => {
    install();
    putFiles(input(), SENR);
    send('change');
    expect(held).toHaveLength(1);
    expect(pageSaw).toEqual([]);
  });

  it('are held each time', () => {
    install();
    choose(SENR);
    choose(SINF);
    expect(held).toHaveLength(2);
    expect(pageSaw).toEqual([]);
  });

  it('pass by when this is not the upload page', () => {
    install({ isUploadPage: () => false });
    choose(SENR);
    expect(held).toEqual([]);
    expect(pageSaw).toContain('input at input');
    expect(pageSaw).toContain('change at window');
    expect(input().files).toHaveLength(1);
  });

  it('pass by when a script put them there: untrusted events are not for the guard', () => {
    install();
    putFiles(input(), SENR);
    input().dispatchEvent(new Event('input', { bubbles: true }));
    input().dispatchEvent(new Event('change', { bubbles: true }));
    expect(held).toEqual([]);
    expect(pageSaw).toContain('change at form');
    expect(input().files).toHaveLength(1);
  });

  it('pass when they may, and that is told once', () => {
    install({ mayPass: (files) => files.every(({ name }) => name === SENR.name) });
    choose(SENR);
    expect(held).toEqual([]);
    expect(passed).toEqual([['SENR 2022-23.txt']]);
    expect(pageSaw).toContain('change at input');
    choose(SENR, SINF);
    expect(held).toHaveLength(1);
  });

  it('that the person takes out of the input are no choice', () => {
    install();
    send('input');
    send('change');
    expect(held).toEqual([]);
    expect(pageSaw).toContain('change at input');
  });

  it('once held do not swallow a later emptying of the input', () => {
    install();
    choose(SENR);
    send('change');
    expect(pageSaw).toContain('change at input');
  });

  it('pass by once the assistant has stopped', () => {
    install();
    stop.abort();
    choose(SENR);
    expect(held).toEqual([]);
    expect(pageSaw).toContain('change at input');
  });

  it('pass to the page when the guard itself breaks, and that is told', () => {
    const error = new Error('broken');
    install({
      isUploadPage: () => {
        throw error;
      },
    });
    choose(SENR);
    expect(failures).toEqual([error, error]);
    expect(pageSaw).toContain('change at input');
    expect(input().files).toHaveLength(1);
  });
});

describe('typing', () => {
  it('is not for the guard', () => {
    install();
    send('input', element('.text', HTMLInputElement));
    expect(held).toEqual([]);
    expect(pageSaw).toContain('input at form');
  });
});

describe('dropped files', () => {
  const zone = () => element('p', HTMLParagraphElement);

  it('are held before any listener of the page hears of them, and not opened by the browser', async () => {
    install();
    const event = drop(zone(), [SENR, SINF]);
    await settle();
    expect(pageSaw).toEqual([]);
    expect(event.defaultPrevented).toBe(true);
    expect(held).toEqual([
      {
        target: { kind: 'drop zone', how: 'drop', zone: zone() },
        names: ['SENR 2022-23.txt', 'SINF 2022-23.txt'],
      },
    ]);
  });

  it('on the file input are for the input', () => {
    install();
    drop(input(), [SENR]);
    expect(held[0]?.target).toEqual({ kind: 'input', input: input() });
  });

  it('are not text', () => {
    install();
    const event = drop(zone(), [], ['text/plain']);
    expect(held).toEqual([]);
    expect(event.defaultPrevented).toBe(false);
    expect(pageSaw).toContain('drop at form');
  });

  it('pass by when this is not the upload page', () => {
    install({ isUploadPage: () => false });
    drop(zone(), [SENR]);
    expect(held).toEqual([]);
    expect(pageSaw).toContain('drop at form');
  });

  it('pass by when a script drops them: that is the assistant handing over', () => {
    install();
    const event = new Event('drop', { bubbles: true });
    Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'], files: [SENR] } });
    zone().dispatchEvent(event);
    expect(held).toEqual([]);
    expect(pageSaw).toContain('drop at form');
  });

  it('pass when they may', () => {
    install({ mayPass: (files) => files.length === 1 });
    drop(zone(), [SENR]);
    expect(passed).toEqual([['SENR 2022-23.txt']]);
    expect(pageSaw).toContain('drop at form');
  });
});
