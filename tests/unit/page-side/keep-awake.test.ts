import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepAwake } from '../../../lib/page-side/keep-awake.ts';
import { loudly } from '../support/loudly.ts';

const TEN_MINUTES = 10 * 60 * 1000;

let stop = new AbortController();
let isAwaited = true;
let told = 0;

function start(tellAwaited: () => Promise<unknown> = async () => {}): Promise<void> {
  const tell = () => {
    told += 1;
    return tellAwaited();
  };
  const { signal } = stop;
  return keepAwake({ signal, safely: loudly, isAwaited: () => isAwaited, tellAwaited: tell });
}

beforeEach(() => {
  vi.useFakeTimers();
  stop = new AbortController();
  isAwaited = true;
  told = 0;
});
afterEach(() => {
  stop.abort();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('tells the background at once, and again within each second', async () => {
  start().catch(() => {}); // ends with the test
  expect(told).toBe(1);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(told).toBeGreaterThanOrEqual(30);
});

it('ends with the thanks', async () => {
  const over = start();
  await vi.advanceTimersByTimeAsync(2_000);
  isAwaited = false;
  await vi.advanceTimersByTimeAsync(1_000);
  await over;
  const before = told;
  await vi.advanceTimersByTimeAsync(TEN_MINUTES);
  expect(told).toBe(before);
});

it('ends with the assistant on this page', async () => {
  const over = start();
  const ended = expect(over).rejects.toThrow('aborted');
  stop.abort();
  await ended;
  expect(told).toBe(1);
});

it('ends where it cannot wait, so that it does not hold up the page', async () => {
  vi.stubGlobal('setTimeout', () => {
    throw new Error('no timers');
  });
  await expect(start()).rejects.toThrow('no timers');
  expect(told).toBe(1);
});

it('ends after ten minutes, when the upload has most likely failed', async () => {
  const over = start();
  await vi.advanceTimersByTimeAsync(TEN_MINUTES);
  await over;
});

it('goes on where the background cannot be reached', async () => {
  start(() => Promise.reject(new Error('asleep'))).catch(() => {});
  await vi.advanceTimersByTimeAsync(2_000);
  expect(told).toBeGreaterThanOrEqual(2);
});
