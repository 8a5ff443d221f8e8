import { crc32, deflateRawSync } from 'node:zlib';
import { BlobReader, BlobWriter, ZipReader, ZipWriter } from '@zip.js/zip.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zipOfOne } from '../../../lib/archive/zip-records.ts';

const NAME = 'SENR 2022-23.txt';
const packed = (content: Uint8Array) => ({
  data: new Blob([new Uint8Array(deflateRawSync(content))]),
  bytes: content.length,
  crc32: crc32(content),
});

/** Another writer's zip of the same compressed data. */
async function byZipJs(name: string, { data, bytes, crc32 }: ReturnType<typeof packed>) {
  const writer = new ZipWriter(new BlobWriter('application/zip'));
  await writer.add(name, new BlobReader(data), {
    passThrough: true,
    compressionMethod: 8,
    uncompressedSize: bytes,
    signature: crc32,
    lastModDate: new Date(1980, 0, 1),
    extendedTimestamp: false,
    versionMadeBy: 0x0314,
  });
  return writer.close();
}

describe('the records of a zip', () => {
  it("are the same as another writer's, byte for byte", async () => {
    const names = fc.constantFrom(NAME, 'a', 'SCSC 2024-25 part 2 of 12.txt', 'x'.repeat(300));
    await fc.assert(
      fc.asyncProperty(names, fc.uint8Array({ maxLength: 3000 }), async (name, content) => {
        const entry = packed(content);
        const ours = await zipOfOne({ name, ...entry }).bytes();
        expect(ours).toEqual(await (await byZipJs(name, entry)).bytes());
      }),
    );
  });

  it('can state lengths up to 4 GiB, but no more', async () => {
    const entry = { name: NAME, data: new Blob(['x']), crc32: 0xffffffff };
    const zip = zipOfOne({ ...entry, bytes: 0xfffffffe });
    const [read] = await new ZipReader(new BlobReader(zip)).getEntries();
    expect(read).toMatchObject({ uncompressedSize: 0xfffffffe, signature: 0xffffffff });
    expect(() => zipOfOne({ ...entry, bytes: 0xffffffff })).toThrow(RangeError);
    expect(() => zipOfOne({ ...entry, data: huge(), bytes: 1 })).toThrow(RangeError);
  });
});

/** A Blob that only claims to be huge. */
function huge(): Blob {
  return Object.defineProperty(new Blob(['x']), 'size', { value: 0xfffffff0 });
}
