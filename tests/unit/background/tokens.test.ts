import { describe, expect, it } from 'vitest';
import { issueToken, redeemToken } from '../../../lib/background/tokens.ts';
import { memoryArea } from '../support/key-value-area.ts';

describe('a token', () => {
  it('is another one each time, and cannot be guessed', async () => {
    const area = memoryArea();
    const tokens = await Promise.all(Array.from({ length: 50 }, () => issueToken(area)));
    expect(new Set(tokens).size).toBe(50);
    for (const token of tokens) expect(token).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is redeemed once, and leaves nothing behind', async () => {
    const area = memoryArea();
    const token = await issueToken(area);
    expect(await redeemToken(area, token)).toBe(true);
    expect(await redeemToken(area, token)).toBe(false);
    expect(area.stored.size).toBe(0);
  });

  it('does not open anything else that is stored', async () => {
    const area = memoryArea();
    await area.set('tab:7', true);
    expect(await redeemToken(area, 'tab:7')).toBe(false);
    expect(area.stored.get('tab:7')).toBe(true);
  });

  it('does not take another one away', async () => {
    const area = memoryArea();
    const token = await issueToken(area);
    await redeemToken(area, 'other');
    expect(await redeemToken(area, token)).toBe(true);
  });
});
