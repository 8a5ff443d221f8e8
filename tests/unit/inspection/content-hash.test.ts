import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ContentHash } from '../../../lib/inspection/content-hash.ts';
import { inspectFile } from '../../../lib/inspection/inspect.ts';
import { BLOCK_BYTES } from '../../../lib/reading/blocks.ts';

/** The published scheme, computed independently. */
function independentHash(bytes: Uint8Array): string {
  const all = createHash('sha256');
  for (let start = 0; start < bytes.length; start += 4_194_304) {
    all.update(
      createHash('sha256')
        .update(bytes.subarray(start, start + 4_194_304))
        .digest(),
    );
  }
  return all.digest('hex');
}

function patterned(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 1) bytes[at] = (at * 31 + (at >> 13)) & 0x7f;
  return bytes;
}

describe('the content hash', () => {
  it('works on blocks of 4 MiB', () => {
    expect(BLOCK_BYTES).toBe(4_194_304);
  });

  it.each([0, 1, 1000, BLOCK_BYTES - 1, BLOCK_BYTES, BLOCK_BYTES + 1, 2 * BLOCK_BYTES])(
    'of %i bytes matches an independent computation',
    async (length) => {
      const bytes = patterned(length);
      const { signal } = new AbortController();
      const { facts, blockHashes } = await inspectFile(new Blob([bytes]), { signal });
      expect(facts.contentHash).toBe(independentHash(bytes));
      expect(facts.contentHash).toBe(createHash('sha256').update(blockHashes).digest('hex'));
    },
  );

  it('keeps the order of the blocks', async () => {
    const hash = new ContentHash();
    hash.add(patterned(BLOCK_BYTES));
    hash.add(patterned(5));
    const other = new ContentHash();
    other.add(patterned(5));
    other.add(patterned(BLOCK_BYTES));
    expect(await hash.finish()).not.toEqual(await other.finish());
  });
});
