import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sendToBackground } from '../../../lib/browser/messages.ts';

/** Answers with what was asked, once the background is awake. */
const background: { failures: Error[]; delivered: string[]; answer?: unknown } = {
  failures: [],
  delivered: [],
};
vi.stubGlobal('chrome', {
  runtime: {
    sendMessage: async ({ type }: { type: string }) => {
      const failure = background.failures.shift();
      if (failure) throw failure;
      background.delivered.push(type);
      return 'answer' in background ? background.answer : { ok: true, value: `answer to ${type}` };
    },
  },
});

/** In a frame Firefox rejects with an Error that is not of that frame. */
const asleep = (): Error =>
  runInNewContext(
    'new Error("Could not establish connection. Receiving end does not exist.")',
  ) as Error;

beforeEach(() => {
  vi.useFakeTimers();
  background.failures.length = 0;
  background.delivered.length = 0;
  delete background.answer;
});
afterEach(() => vi.useRealTimers());

describe('a message to the background', () => {
  it('goes at once to one that is awake', async () => {
    expect(await sendToBackground({ type: 'read ledger' })).toBe('answer to read ledger');
    expect(background.delivered).toEqual(['read ledger']);
  });

  it('is sent again, and only once delivered, while the background was going to sleep', async () => {
    background.failures.push(asleep(), asleep());
    const answer = sendToBackground({ type: 'read ledger' });
    await vi.runAllTimersAsync();
    expect(await answer).toBe('answer to read ledger');
    expect(background.delivered).toEqual(['read ledger']);
  });

  it('comes before those sent after it', async () => {
    background.failures.push(asleep());
    const answers = [sendToBackground({ type: 'submit clicked' })];
    await vi.advanceTimersByTimeAsync(10);
    answers.push(sendToBackground({ type: 'page opened' }));
    await vi.runAllTimersAsync();
    expect(await Promise.all(answers)).toEqual([
      'answer to submit clicked',
      'answer to page opened',
    ]);
    expect(background.delivered).toEqual(['submit clicked', 'page opened']);
  });

  it('keeps its place when two fail at the same moment', async () => {
    background.failures.push(asleep(), asleep());
    const answers = [
      sendToBackground({ type: 'submit clicked' }),
      sendToBackground({ type: 'page opened' }),
    ];
    await vi.runAllTimersAsync();
    await Promise.all(answers);
    expect(background.delivered).toEqual(['submit clicked', 'page opened']);
  });

  it('fails at last when the background never wakes, and lets the next one try', async () => {
    background.failures.push(...Array.from({ length: 5 }, asleep));
    const failed = expect(sendToBackground({ type: 'read ledger' })).rejects.toThrow('Receiving');
    await vi.runAllTimersAsync();
    await failed;
    expect(await sendToBackground({ type: 'read ledger' })).toBe('answer to read ledger');
  });

  it('fails as the background failed, and without an answer', async () => {
    background.answer = { ok: false, message: 'Error: The disk is full.' };
    await expect(sendToBackground({ type: 'read ledger' })).rejects.toThrow('The disk is full.');
    background.answer = null;
    await expect(sendToBackground({ type: 'read ledger' })).rejects.toThrow('no answer');
  });

  it('is not sent again when it may have been delivered', async () => {
    background.failures.push(new Error('Extension context invalidated.'));
    await expect(sendToBackground({ type: 'erase everything' })).rejects.toThrow('invalidated');
    expect(background.delivered).toEqual([]);
  });
});
