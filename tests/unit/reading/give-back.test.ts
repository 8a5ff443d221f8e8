import { describe, expect, it } from 'vitest';
import { giveBack } from '../../../lib/reading/give-back.ts';

describe('freed memory', () => {
  it('is gone', () => {
    const bytes = new Uint8Array(10);
    giveBack(bytes);
    expect(bytes.length).toBe(0);
  });

  it('is not memory that other code may still use', () => {
    const bytes = new Uint8Array(10);
    giveBack(bytes.subarray(0, 9));
    giveBack(bytes.subarray(1));
    expect(bytes.length).toBe(10);
  });

  it('may be nothing', () => {
    expect(() => giveBack(new Uint8Array(0))).not.toThrow();
  });
});
