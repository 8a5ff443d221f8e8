// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Sight } from '../../../lib/page-side/watch-page.ts';
import { watchPage } from '../../../lib/page-side/watch-page.ts';
import { loudly } from '../support/loudly.ts';
import { element } from '../upload-page/trusted.ts';

let stop = new AbortController();
let looks = 0;
let sight: Sight = 'settled';
let isAwaited = false;

const place = () => element('main', HTMLElement);

function watch(): ReturnType<typeof watchPage> {
  const watched = watchPage({
    document,
    signal: stop.signal,
    safely: loudly,
    look: () => {
      looks += 1;
      return sight;
    },
    isAwaited: () => isAwaited,
  });
  looks = 0;
  return watched;
}

/** Lets the observer speak, then time pass. @returns how often the page was looked at meanwhile */
async function within(ms: number): Promise<number> {
  const before = looks;
  await vi.advanceTimersByTimeAsync(ms);
  return looks - before;
}

beforeEach(() => {
  vi.useFakeTimers();
  stop = new AbortController();
  sight = 'settled';
  isAwaited = false;
  document.body.innerHTML = '<main><p>text</p><button>Go</button></main>';
});
afterEach(() => {
  stop.abort();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('the page', () => {
  it('is looked at once at the start, and then left alone', async () => {
    let first = 0;
    watchPage({
      document,
      signal: stop.signal,
      safely: loudly,
      look: () => {
        first += 1;
        return 'settled';
      },
      isAwaited: () => false,
    });
    expect(first).toBe(1);
    await within(5000);
    expect(first).toBe(1);
  });

  it('is not looked at before it has a body', async () => {
    const { body } = document;
    body.remove();
    let early = 0;
    watchPage({
      document,
      signal: stop.signal,
      safely: loudly,
      look: () => {
        early += 1;
        return 'settled';
      },
      isAwaited: () => false,
    });
    expect(early).toBe(0);
    document.documentElement.append(body);
    document.dispatchEvent(new Event('DOMContentLoaded'));
    expect(early).toBe(1);
  });

  it.each([
    ['its content is there', () => document.dispatchEvent(new Event('DOMContentLoaded'))],
    ['it is complete', () => window.dispatchEvent(new Event('load'))],
    ['it is shown again', () => window.dispatchEvent(new Event('pageshow'))],
  ])('is looked at when %s', (_when, happen) => {
    watch();
    happen();
    expect(looks).toBe(1);
  });

  it('is looked at again when it is first drawn: only then can its words be seen', async () => {
    watch();
    document.dispatchEvent(new Event('DOMContentLoaded'));
    const drawn = new Promise((resolve) => window.requestAnimationFrame(resolve));
    await vi.advanceTimersToNextFrame();
    await drawn;
    expect(looks).toBe(2);
  });

  it.each([
    ['a field comes', () => place().insertAdjacentHTML('beforeend', '<div><input></div>')],
    ['a button goes', () => element('button', HTMLElement).remove()],
    ['a button is switched off', () => element('button', HTMLElement).setAttribute('disabled', '')],
    ['a custom element comes', () => place().append(document.createElement('upload-area'))],
    ['a thank-you comes', () => place().insertAdjacentHTML('beforeend', '<p>Thank you for …</p>')],
    ['a text is set to a thank-you', () => (element('p', HTMLElement).textContent = 'THANK YOU')],
    ['a way on comes', () => place().insertAdjacentHTML('beforeend', '<a>Another upload</a>')],
  ])('is looked at soon after %s', async (_what, change) => {
    watch();
    change();
    expect(await within(0)).toBe(0);
    expect(await within(250)).toBe(1);
  });

  it.each([
    ['text that says something else', () => place().insertAdjacentHTML('beforeend', '<p>Ad</p>')],
    ['text that goes', () => element('p', HTMLElement).remove()],
    ['a style', () => element('button', HTMLElement).setAttribute('style', 'color: red')],
    ['an attribute of a text', () => element('p', HTMLElement).setAttribute('hidden', '')],
  ])('is not looked at for %s', async (_what, change) => {
    watch();
    change();
    expect(await within(2000)).toBe(0);
  });

  it('is looked at no more than five times a second, however much changes', async () => {
    watch();
    for (let change = 0; change < 100; change += 1) {
      place().append(document.createElement('input'));
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(looks).toBeGreaterThanOrEqual(4);
    expect(looks).toBeLessThanOrEqual(5);
  });

  /** Each look takes so long; then the page changes. */
  function changeUnderSlowLooks(lookMs: number, sight: Sight): void {
    let late = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => Date.now() + late);
    watchPage({
      document,
      signal: stop.signal,
      safely: loudly,
      look: () => {
        late += lookMs;
        looks += 1;
        return sight;
      },
      isAwaited: () => false,
    });
    place().append(document.createElement('input'));
  }

  it('is rested from after a look that took long', async () => {
    changeUnderSlowLooks(3, 'settled');
    expect(await within(1750)).toBe(0); // 600 times 3 ms
    expect(await within(100)).toBe(1);
  });

  it('is not rested from after news, however long the look took', async () => {
    changeUnderSlowLooks(3, 'news');
    expect(await within(210)).toBe(1);
  });

  it('with more changes than are read is looked at, and the rest of them is not heard', async () => {
    watch();
    for (let change = 0; change < 20; change += 1) {
      place().append('Ad');
      await vi.advanceTimersByTimeAsync(1);
    }
    expect(await within(250)).toBe(0);
    place().append('Ad');
    expect(await within(250)).toBe(1);
  });

  it('that changes now and then, in things that do not matter, is not looked at', async () => {
    watch();
    for (let second = 0; second < 60; second += 1) {
      for (let change = 0; change < 10; change += 1) place().append('Ad');
      await vi.advanceTimersByTimeAsync(1001);
    }
    expect(looks).toBe(0);
  });

  it('is looked at again without a change while it is not settled', async () => {
    sight = 'open';
    watch();
    expect(await within(3000)).toBe(3);
    sight = 'settled';
    expect(await within(1000)).toBe(1);
    expect(await within(5000)).toBe(0);
  });
});

describe("while the page's answer is awaited", () => {
  beforeEach(() => {
    isAwaited = true;
  });

  it('every change matters, and sooner', async () => {
    watch();
    element('p', HTMLElement).remove();
    expect(await within(60)).toBe(1);
  });

  it('the page is looked at again without a change', async () => {
    watch();
    document.dispatchEvent(new Event('DOMContentLoaded'));
    expect(await within(2000)).toBe(2);
  });

  it('it is heard again at once, whatever look was still to come', async () => {
    isAwaited = false;
    const watched = watch();
    place().append(document.createElement('input'));
    await vi.advanceTimersByTimeAsync(1);
    isAwaited = true;
    watched.hearAgain();
    place().insertAdjacentHTML('beforeend', '<p>Thank you for uploading</p>');
    expect(await within(1)).toBe(1);
  });

  it('a thank-you is seen at once', async () => {
    watch();
    place().insertAdjacentHTML('beforeend', '<div><p>Thank you for uploading</p></div>');
    expect(await within(1)).toBe(1);
  });
});

describe('once the assistant has stopped', () => {
  it('nothing is looked at any more, and no timer is left', async () => {
    sight = 'open';
    watch();
    document.dispatchEvent(new Event('DOMContentLoaded'));
    place().append(document.createElement('input'));
    await vi.advanceTimersByTimeAsync(1);
    looks = 0;
    stop.abort();
    expect(vi.getTimerCount()).toBe(0);
    place().append(document.createElement('input'));
    document.dispatchEvent(new Event('DOMContentLoaded'));
    expect(await within(3000)).toBe(0);
  });

  it('by the look itself, it is not looked at again', async () => {
    watchPage({
      document,
      signal: stop.signal,
      safely: loudly,
      look: () => {
        looks += 1;
        stop.abort();
        return 'open';
      },
      isAwaited: () => false,
    });
    looks = 0;
    expect(vi.getTimerCount()).toBe(0);
    expect(await within(3000)).toBe(0);
  });
});
