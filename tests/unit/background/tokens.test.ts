import { describe, expect, it } from 'vitest';
import { createTokens, MOST_TOKENS } from '../../../lib/background/tokens.ts';
import { TOKENS_KEY } from '../../../lib/settings/storage-names.ts';
import { memoryArea } from '../support/key-value-area.ts';

/** A storage area that counts how often it is used. */
function countingArea() {
  const area = memoryArea();
  const used = { times: 0 };
  const counting = new Proxy(area, {
    get(target, name) {
      if (name === 'get' || name === 'set' || name === 'remove') used.times += 1;
      return Reflect.get(target, name) as unknown;
    },
  });
  return { area: counting, used };
}

describe('a token', () => {
  it('is another one each time, and cannot be guessed', async () => {
    const { issue } = createTokens(memoryArea());
    const tokens = await Promise.all(Array.from({ length: 50 }, issue));
    expect(new Set(tokens).size).toBe(50);
    for (const token of tokens) expect(token).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is redeemed once, and leaves nothing behind', async () => {
    const area = memoryArea();
    const { issue, redeem } = createTokens(area);
    const token = await issue();
    expect(await redeem(token)).toBe(true);
    expect(await redeem(token)).toBe(false);
    expect(area.stored.size).toBe(0);
  });

  it('lets in only one of many who redeem it at once', async () => {
    const { issue, redeem } = createTokens(memoryArea());
    const token = await issue();
    const answers = await Promise.all(Array.from({ length: 20 }, () => redeem(token)));
    expect(answers.filter(Boolean)).toHaveLength(1);
  });

  it('outlives the background, once', async () => {
    const area = memoryArea();
    const token = await createTokens(area).issue();
    expect(await createTokens(area).redeem(token)).toBe(true);
    expect(await createTokens(area).redeem(token)).toBe(false);
  });

  it('does not open anything else that is stored', async () => {
    const area = memoryArea();
    await area.set('tab:7', true);
    const { redeem } = createTokens(area);
    expect(await redeem('tab:7')).toBe(false);
    expect(await redeem(TOKENS_KEY)).toBe(false);
    expect(area.stored.get('tab:7')).toBe(true);
  });

  it.each([[{ some: 'object' }], [[1, 2]], ['text']])(
    'is not found in stored data that cannot be read: %j',
    async (stored) => {
      const area = memoryArea();
      await area.set(TOKENS_KEY, stored);
      const { issue, redeem } = createTokens(area);
      const token = await issue();
      expect(await redeem('text')).toBe(false);
      expect(await redeem(token)).toBe(true);
    },
  );

  it('stays good among thousands of false ones, which never touch storage', async () => {
    const { area, used } = countingArea();
    const { issue, redeem } = createTokens(area);
    const token = await issue();
    const before = used.times;
    const answers = await Promise.all(
      Array.from({ length: 20_000 }, (_, n) => redeem(`guess ${n}`)),
    );
    expect(answers.some(Boolean)).toBe(false);
    expect(used.times).toBe(before);
    expect(await redeem(token)).toBe(true);
  });

  it('is given up when very many are issued after it', async () => {
    const area = memoryArea();
    const { issue, redeem } = createTokens(area);
    const first = await issue();
    const second = await issue();
    for (let n = 0; n < MOST_TOKENS - 1; n += 1) await issue();
    expect(area.stored.get(TOKENS_KEY)).toHaveLength(MOST_TOKENS);
    expect(await redeem(first)).toBe(false);
    expect(await redeem(second)).toBe(true);
  });
});
