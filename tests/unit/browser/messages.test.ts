import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askFromPage } from '../../../lib/browser/content-script-messages.ts';
import { deliverToBackground } from '../../../lib/browser/delivery.ts';
import { ask } from '../../../lib/browser/messages.ts';

/** Answers with what was asked, once the background is awake. */
const background: { failures: Error[]; delivered: string[]; answer?: unknown } = {
  failures: [],
  delivered: [],
};
vi.stubGlobal('chrome', {
  runtime: {
    sendMessage: async ({ name }: { name: string }) => {
      const failure = background.failures.shift();
      if (failure) throw failure;
      background.delivered.push(name);
      return 'answer' in background ? background.answer : { ok: true, value: `answer to ${name}` };
    },
  },
});

/** In a frame Firefox rejects with an Error that is not of that frame. */
const asleep = (): Error =>
  runInNewContext(
    'new Error("Could not establish connection. Receiving end does not exist.")',
  ) as Error;

const send = (name: 'read ledger' | 'thanks shown' | 'page opened' | 'erase everything') =>
  deliverToBackground({ name, payload: {} });

beforeEach(() => {
  vi.useFakeTimers();
  background.failures.length = 0;
  background.delivered.length = 0;
  delete background.answer;
});
afterEach(() => vi.useRealTimers());

describe('a message to the background', () => {
  it('goes at once to one that is awake', async () => {
    expect(await send('read ledger')).toBe('answer to read ledger');
    expect(background.delivered).toEqual(['read ledger']);
  });

  it('is sent again, and only once delivered, while the background was going to sleep', async () => {
    background.failures.push(asleep(), asleep());
    const answer = send('read ledger');
    await vi.runAllTimersAsync();
    expect(await answer).toBe('answer to read ledger');
    expect(background.delivered).toEqual(['read ledger']);
  });

  it('comes before those sent after it', async () => {
    background.failures.push(asleep());
    const answers = [send('thanks shown')];
    await vi.advanceTimersByTimeAsync(10);
    answers.push(send('page opened'));
    await vi.runAllTimersAsync();
    expect(await Promise.all(answers)).toEqual(['answer to thanks shown', 'answer to page opened']);
    expect(background.delivered).toEqual(['thanks shown', 'page opened']);
  });

  it('keeps its place when two fail at the same moment', async () => {
    background.failures.push(asleep(), asleep());
    const answers = [send('thanks shown'), send('page opened')];
    await vi.runAllTimersAsync();
    await Promise.all(answers);
    expect(background.delivered).toEqual(['thanks shown', 'page opened']);
  });

  it('fails at last when the background never wakes, and lets the next one try', async () => {
    background.failures.push(...Array.from({ length: 5 }, asleep));
    const failed = expect(send('read ledger')).rejects.toThrow('Receiving');
    await vi.runAllTimersAsync();
    await failed;
    expect(await send('read ledger')).toBe('answer to read ledger');
  });

  it('fails as the background failed, and without an answer', async () => {
    background.answer = { ok: false, message: 'Error: The disk is full.' };
    await expect(send('read ledger')).rejects.toThrow('The disk is full.');
    background.answer = null;
    await expect(send('read ledger')).rejects.toThrow('no answer');
  });

  it('is not sent again when it may have been delivered', async () => {
    background.failures.push(new Error('Extension context invalidated.'));
    await expect(send('erase everything')).rejects.toThrow('invalidated');
    expect(background.delivered).toEqual([]);
  });
});

describe('asking', () => {
  it('gives the answer as it was agreed on', async () => {
    background.answer = { ok: true, value: 'done' };
    expect(await ask('erase everything', {})).toBe('done');
    expect(await askFromPage('page opened', {})).toBe('done');
    background.answer = { ok: true };
    expect(await ask('read page state', { tabId: 7 })).toBeUndefined();
    expect(background.delivered).toEqual(['erase everything', 'page opened', 'read page state']);
  });

  it.each([undefined, null, 'perhaps', {}])(
    'refuses any other answer, in the pages of the extension: %j',
    async (value) => {
      background.answer = { ok: true, value };
      await expect(ask('erase everything', {})).rejects.toThrow();
    },
  );

  it('fails as the background failed', async () => {
    background.answer = { ok: false, message: 'Error: The disk is full.' };
    await expect(ask('erase everything', {})).rejects.toThrow('The disk is full.');
    await expect(askFromPage('page opened', {})).rejects.toThrow('The disk is full.');
  });
});
