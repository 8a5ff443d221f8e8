import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pause } from '../../../lib/upload-page/pause.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

describe('a pause', () => {
  it('ends after its time, not before', async () => {
    const ended = vi.fn();
    const pausing = pause(500, new AbortController().signal).then(ended);
    await vi.advanceTimersByTimeAsync(499);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await pausing;
    expect(ended).toHaveBeenCalledTimes(1);
  });

  it('ends with the signal and its reason, and leaves no timer', async () => {
    const stop = new AbortController();
    const pausing = expect(pause(500, stop.signal)).rejects.toThrow('stopped');
    stop.abort(new Error('stopped'));
    await pausing;
    expect(vi.getTimerCount()).toBe(0);
  });
});
