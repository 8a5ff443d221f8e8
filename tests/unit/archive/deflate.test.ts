import { crc32, inflateRawSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { deflate } from '../../../lib/archive/deflate.ts';
import { BLOCK_BYTES } from '../../../lib/reading/blocks.ts';
import { ownSource } from '../../../lib/reading/source.ts';

const options = { signal: new AbortController().signal, onProgress: () => {} };
const patterned = (length: number) =>
  Uint8Array.from({ length }, (_, at) => (at * 7 + (at >> 5)) & 0xff);

describe('compressed data', () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each([0, 1, 5000, 2 * BLOCK_BYTES + 11])(
    'of %i bytes inflates to the same bytes, with the right checksum',
    async (length) => {
      const source = patterned(length);
      const { data, bytes, crc32: sum } = await deflate(ownSource(new Blob([source])), options);
      expect(inflateRawSync(await data.bytes()).equals(source)).toBe(true);
      expect({ bytes, sum }).toEqual({ bytes: length, sum: crc32(source) });
    },
  );

  it('of a large file, on disk after blank bytes, is the same', async () => {
    const source = Buffer.concat(Array(11).fill(patterned(BLOCK_BYTES)));
    const { data, crc32: sum } = await deflate(ownSource(new Blob([source])), options);
    expect(inflateRawSync(await data.bytes()).equals(source)).toBe(true);
    expect(sum).toBe(crc32(source));
  });

  it('is reported block by block, and stops if the listener throws', async () => {
    const source = ownSource(new Blob([patterned(3 * BLOCK_BYTES)]));
    const seen: number[] = [];
    const enough = new Error('enough');
    const onProgress = (read: number, written: number) => {
      expect(written).toBeLessThanOrEqual(read);
      seen.push(read);
      if (read > BLOCK_BYTES) throw enough;
    };
    await expect(deflate(source, { ...options, onProgress })).rejects.toBe(enough);
    expect(seen).toEqual([BLOCK_BYTES, 2 * BLOCK_BYTES]);
  });

  it('fails instead of waiting forever if the browser cannot keep it', async () => {
    const full = new Error('The disk is full.');
    vi.stubGlobal(
      'Response',
      class {
        blob = () => Promise.reject(full);
      },
    );
    await expect(deflate(ownSource(new Blob([patterned(BLOCK_BYTES)])), options)).rejects.toBe(
      full,
    );
  });

  it('is refused if the browser writes a gzip header longer than the plain one', async () => {
    const named = new Uint8Array([0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 3, 0x61, 0, 3, 0, ...Array(8)]);
    const readable = new Blob([named]).stream();
    vi.stubGlobal(
      'CompressionStream',
      class {
        readonly readable = readable;
        readonly writable = new WritableStream();
      },
    );
    await expect(deflate(ownSource(new Blob(['x'])), options)).rejects.toThrow('gzip header');
  });
});
