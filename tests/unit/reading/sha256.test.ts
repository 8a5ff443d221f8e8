import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../../lib/reading/sha256.ts';

describe('sha256Hex', () => {
  it('gives the standard SHA-256 of a Blob and of bytes', async () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => (at * 31 + (at >> 13)) & 0xff);
    const expected = createHash('sha256').update(bytes).digest('hex');
    expect(await sha256Hex(new Blob([bytes]))).toBe(expected);
    expect(await sha256Hex(bytes)).toBe(expected);
  });

  it('gives the well-known SHA-256 of no bytes', async () => {
    const known = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    expect(await sha256Hex(new Blob([]))).toBe(known);
  });
});
