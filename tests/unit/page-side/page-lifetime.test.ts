// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PageLifetime } from '../../../lib/page-side/page-lifetime.ts';
import { submitMark } from '../../../lib/page-side/submit-mark.ts';
import { loudly } from '../support/loudly.ts';

const PROOF = { submission: 'submission', clickNumber: 'click', thanksNumber: 'thanks' };
const NOTHING = { clicked: [], thanked: [] };
const THANK_YOU_MS = 5_000;
const SETTLED_MS = 3_000;
const FORM_BACK_MS = 1_000;

let stop = new AbortController();
let told: string[] = [];
let noted: Promise<boolean> = Promise.resolve(true);
let isUploadPage = true;
let isUnsubmitted = false;

function lifetime(): PageLifetime {
  return new PageLifetime({
    window,
    signal: stop.signal,
    safely: loudly,
    tell: ({ name, payload }) => {
      const isBare = Object.keys(payload).length === 0;
      told.push(isBare ? name : `${name} ${JSON.stringify(payload)}`);
      return noted;
    },
    isUploadPage: () => isUploadPage,
    isUnsubmitted: () => isUnsubmitted,
    onUnthanked: () => told.push('unthanked'),
    onSettled: () => told.push('settled'),
    onFormBack: () => told.push('form back'),
    onShownAgain: () => told.push('shown again'),
  });
}

/** The person comes back to a page that the browser had kept, or opens it for the first time. */
function show(persisted: boolean): void {
  const event = new Event('pageshow');
  Object.defineProperty(event, 'persisted', { value: persisted });
  window.dispatchEvent(event);
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  stop = new AbortController();
  told = [];
  noted = Promise.resolve(true);
  isUploadPage = true;
  isUnsubmitted = false;
  window.sessionStorage.clear();
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a page that opens', () => {
  it('is told, then, without thanks in time, that none came', async () => {
    lifetime().begin();
    expect(told).toEqual(['page opened']);
    await pass(THANK_YOU_MS - 1);
    expect(told).not.toContain('no thanks here');
    await pass(1);
    expect(told).toContain('no thanks here');
  });

  it('and is clicked or thanks has no such doubt', async () => {
    const page = lifetime();
    page.begin();
    page.answered();
    await pass(THANK_YOU_MS);
    expect(told).not.toContain('no thanks here');
  });

  it('is settled a while after it is complete', async () => {
    const page = lifetime();
    page.begin();
    await pass(SETTLED_MS - 1);
    expect(page.isSettled).toBe(false);
    await pass(1);
    expect(page.isSettled).toBe(true);
    expect(told).toContain('settled');
  });

  it('says that it was there before, if it was reloaded', () => {
    const opening = { type: 'reload' } as PerformanceNavigationTiming;
    vi.spyOn(performance, 'getEntriesByType').mockReturnValue([opening]);
    lifetime().begin();
    expect(told).toEqual(['page opened {"isReload":true}']);
  });

  it('has its times from when it is complete', async () => {
    const state = vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading');
    lifetime().begin();
    await pass(60_000);
    expect(told).toEqual(['page opened']);
    state.mockReturnValue('complete');
    window.dispatchEvent(new Event('load'));
    await pass(THANK_YOU_MS);
    expect(told).toEqual(['page opened', 'settled', 'no thanks here', 'unthanked']);
  });

  it('leaves no timer behind when the assistant stops', async () => {
    lifetime().begin();
    stop.abort();
    expect(vi.getTimerCount()).toBe(0);
    show(true);
    expect(told).toEqual(['page opened']);
  });
});

describe('a page in a frame', () => {
  it('tells nothing of its opening: the top frame does', async () => {
    vi.spyOn(window, 'top', 'get').mockReturnValue(null);
    submitMark.set(window, 'clicked', [PROOF]);
    const page = lifetime();
    page.begin();
    show(true);
    await pass(THANK_YOU_MS);
    expect(page.isTop).toBe(false);
    expect(told).toEqual(['shown again', 'settled']);
  });
});

describe('the marks of the page before', () => {
  it('are told before the opening, and are gone once they are noted', async () => {
    submitMark.set(window, 'clicked', [PROOF]);
    submitMark.set(window, 'thanked', [PROOF]);
    lifetime().begin();
    expect(told).toEqual(['marks found {"clicked":["click"],"thanked":["thanks"]}', 'page opened']);
    expect(submitMark.read(window).clicked).toEqual(['click']);
    await pass(0);
    expect(submitMark.read(window)).toEqual(NOTHING);
  });

  it('stay where the background could not note them', async () => {
    noted = Promise.resolve(false);
    submitMark.set(window, 'clicked', [PROOF]);
    lifetime().begin();
    await pass(0);
    expect(submitMark.read(window)).toEqual({ clicked: ['click'], thanked: [] });
  });

  it('stay while the background has not answered', async () => {
    noted = new Promise(() => {});
    submitMark.set(window, 'thanked', [PROOF]);
    lifetime().begin();
    await pass(0);
    expect(submitMark.read(window).thanked).toEqual(['thanks']);
  });

  it('do not take those of a click along that came meanwhile', async () => {
    submitMark.set(window, 'clicked', [PROOF]);
    lifetime().begin();
    submitMark.set(window, 'clicked', [{ ...PROOF, clickNumber: 'next' }]);
    await pass(0);
    expect(submitMark.read(window).clicked).toEqual(['next']);
  });

  it('are not told where there are none', () => {
    submitMark.set(window, 'clicked', []);
    lifetime().begin();
    expect(told).toEqual(['page opened']);
  });
});

describe('a page that the browser had kept', () => {
  it('is another page for the background, with its own time to thank', async () => {
    const page = lifetime();
    page.begin();
    page.answered();
    await pass(SETTLED_MS);
    told = [];
    show(true);
    expect(told).toEqual(['page opened', 'shown again']);
    await pass(THANK_YOU_MS);
    expect(told).toEqual(['page opened', 'shown again', 'no thanks here', 'unthanked']);
  });

  it('is none when it is shown for the first time', () => {
    lifetime().begin();
    show(false);
    expect(told).toEqual(['page opened']);
  });
});

describe('a form that goes and comes back', () => {
  function formGoes(page: PageLifetime): void {
    isUploadPage = false;
    page.watchForLoss();
  }
  function formComes(page: PageLifetime): void {
    isUploadPage = true;
    page.watchForLoss();
  }

  it('with files in it is looked at once it had time to show them', async () => {
    const page = lifetime();
    isUnsubmitted = true;
    formGoes(page);
    formComes(page);
    await pass(FORM_BACK_MS - 1);
    expect(told).toEqual([]);
    await pass(1);
    expect(told).toEqual(['form back']);
    page.watchForLoss();
    await pass(FORM_BACK_MS);
    expect(told).toEqual(['form back']);
  });

  it('is looked at before that, when the person clicks', async () => {
    const page = lifetime();
    isUnsubmitted = true;
    formGoes(page);
    page.noticeFormBack();
    expect(told).toEqual([]); // it is still away
    formComes(page);
    page.noticeFormBack();
    expect(told).toEqual(['form back']);
    await pass(FORM_BACK_MS);
    expect(told).toEqual(['form back']);
  });

  it('without files is of no matter', async () => {
    const page = lifetime();
    formGoes(page);
    isUnsubmitted = true;
    formComes(page);
    await pass(FORM_BACK_MS);
    expect(told).toEqual([]);
  });

  it('is looked at no more once the assistant has stopped', async () => {
    const page = lifetime();
    isUnsubmitted = true;
    formGoes(page);
    formComes(page);
    stop.abort();
    await pass(FORM_BACK_MS);
    expect(told).toEqual([]);
  });
});
