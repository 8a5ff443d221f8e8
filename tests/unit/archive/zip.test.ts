import { createHash, randomBytes } from 'node:crypto';
import { crc32, inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { doArchiveJob } from '../../../lib/archive/archive-job.ts';
import { openZip } from '../../../lib/archive/read-zip.ts';
import { verifyZip, ZipNotProven } from '../../../lib/archive/verify-zip.ts';
import type { WrittenZip } from '../../../lib/archive/write-zip.ts';
import { writeZip, ZipTooLarge } from '../../../lib/archive/write-zip.ts';
import type { ZipResult } from '../../../lib/archive/zip-job.ts';
import { zipWithin } from '../../../lib/archive/zip-job.ts';
import { ownSource } from '../../../lib/reading/source.ts';
import { zipOf } from '../../corpus/faults/zip-file.ts';
import { latin1, lines, record } from '../support/records.ts';

const NAME = 'SENR 2022-23.txt';
const text = lines(...Array.from({ length: 400 }, (_, at) => `${record('SENR')}${at * 7919}`));
const source = () => new Blob([latin1(text)]);
const options = () => ({ signal: new AbortController().signal, onProgress: () => {} });
const write = (blob = source(), name = NAME) => writeZip(ownSource(blob), name, options());
const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

/** The only entry, read by the book (APPNOTE.TXT 4.3) and inflated by Node's own zlib. */
async function readByHand(zip: Blob): Promise<{ name: string; content: Buffer }> {
  const bytes = Buffer.from(await zip.arrayBuffer());
  const end = bytes.length - 22;
  expect(bytes.readUInt32LE(end)).toBe(0x06054b50);
  expect(bytes.readUInt16LE(end + 10)).toBe(1);
  const central = bytes.readUInt32LE(end + 16);
  expect(bytes.readUInt32LE(central)).toBe(0x02014b50);
  const packed = bytes.readUInt32LE(central + 20);
  const local = bytes.readUInt32LE(central + 42);
  const nameLength = bytes.readUInt16LE(local + 26);
  const start = local + 30 + nameLength + bytes.readUInt16LE(local + 28);
  const content = inflateRawSync(bytes.subarray(start, start + packed));
  expect(bytes.readUInt32LE(central + 16)).toBe(crc32(content));
  return { name: bytes.toString('latin1', local + 30, local + 30 + nameLength), content };
}

describe('a written zip', () => {
  it('has one entry with the name and the exact bytes of the source', async () => {
    const { name, content } = await readByHand((await write()).zip);
    expect(name).toBe(NAME);
    expect(content.toString('latin1')).toBe(text);
  });

  it('states what was read, for the proof', async () => {
    const written = await write();
    expect(written).toMatchObject({
      entryName: NAME,
      sourceBytes: text.length,
      sourceCrc32: crc32(latin1(text)),
    });
  });

  it('is the same each time, byte for byte', async () => {
    const [one, two] = [await bytesOf((await write()).zip), await bytesOf((await write()).zip)];
    expect(one).toEqual(two);
  });

  it('is smaller than its source, and has the type of a zip', async () => {
    const { zip } = await write();
    expect(zip.size).toBeLessThan(text.length / 2);
    expect(zip.type).toBe('application/zip');
  });

  it('has no date and no trace of the machine', async () => {
    const bytes = Buffer.from(await (await write()).zip.arrayBuffer());
    expect(bytes.readUInt16LE(12)).toBe(0x0021); // January 1, 1980
    expect(bytes.readUInt16LE(28)).toBe(0); // no extra field
  });

  it('reports its progress, up to the last byte', async () => {
    const seen: number[] = [];
    const { signal } = new AbortController();
    await writeZip(ownSource(source()), NAME, { signal, onProgress: (bytes) => seen.push(bytes) });
    expect(seen.at(-1)).toBe(text.length);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });

  it('is not made if it was stopped', async () => {
    const stopped = { ...options(), signal: AbortSignal.abort(new Error('stopped')) };
    await expect(writeZip(ownSource(source()), NAME, stopped)).rejects.toThrow();
  });
});

describe('a zip that grows too large', () => {
  // Shrinks evenly, to about three quarters.
  const even = new Blob([randomBytes(9_000_000).toString('base64')]);

  it('stops early, with an estimate of the full size', async () => {
    const whole = (await write(even)).zip.size;
    const job = { source: ownSource(even), entryName: NAME, mostBytes: whole / 2 };
    const result = await zipWithin(job, options());
    const estimate = result.kind === 'too large' ? result.estimatedBytes : 0;
    expect(estimate).toBeGreaterThan(0.85 * whole);
    expect(estimate).toBeLessThan(1.15 * whole);
  });

  it('may be exactly as large as the limit', async () => {
    const whole = (await write(even)).zip.size;
    const zip = (mostBytes: number) => writeZip(ownSource(even), NAME, { ...options(), mostBytes });
    expect((await zip(whole)).zip.size).toBe(whole);
    await expect(zip(whole - 1)).rejects.toBeInstanceOf(ZipTooLarge);
  });
});

describe('a zip is proven', () => {
  it('if it has the bytes that were read, and it gets its standard SHA-256', async () => {
    const written = await write();
    const expected = createHash('sha256')
      .update(await bytesOf(written.zip))
      .digest('hex');
    expect(await verifyZip(written)).toBe(expected);
  });

  it('for content with all byte values, and a CRC beyond 31 bits', async () => {
    const sources = Array.from({ length: 8 }, (_, seed) =>
      Uint8Array.from({ length: 5000 }, (_, at) => (at * (seed + 3) + (at >> 3)) & 0xff),
    );
    expect(sources.some((bytes) => crc32(bytes) > 0x7fffffff)).toBe(true);
    expect(sources.some((bytes) => crc32(bytes) < 0x7fffffff)).toBe(true);
    for (const bytes of sources) await verifyZip(await write(new Blob([bytes])));
  });

  it("by the worker's two jobs, one after the other", async () => {
    const job = { source: ownSource(source()), entryName: NAME, mostBytes: text.length };
    const result = (await doArchiveJob({ kind: 'zip', ...job }, options())) as ZipResult;
    if (result.kind !== 'zip') throw new Error('The zip was too large.');
    const { written } = result;
    expect((await readByHand(written.zip)).content.length).toBe(text.length);
    await doArchiveJob({ kind: 'prove', written }, options());
    const tampered = { ...written, sourceBytes: written.sourceBytes + 1 };
    await expect(
      doArchiveJob({ kind: 'prove', written: tampered }, options()),
    ).rejects.toBeInstanceOf(ZipNotProven);
  });
});

describe('a zip is not proven', () => {
  const refuse = async (written: WrittenZip) =>
    expect(verifyZip(written)).rejects.toBeInstanceOf(ZipNotProven);

  it('if any byte of its data has changed', async () => {
    const written = await write(new Blob([latin1(lines(record('SENR'), record('SINF')))]));
    const bytes = await bytesOf(written.zip);
    const start = 30 + NAME.length;
    const end = Buffer.from(bytes).indexOf('PK\x01\x02', start); // the central directory
    expect(end).toBeGreaterThan(start);
    for (let at = start; at < end; at += 1) {
      const tampered = bytes.slice();
      tampered[at] = (tampered[at] ?? 0) ^ 0x10;
      await refuse({ ...written, zip: new Blob([tampered]) });
    }
  });

  it('if its entry has another name', async () => {
    const written = await write();
    await refuse({ ...written, entryName: 'SENR 2021-22.txt' });
    await refuse({ ...(await write(source(), 'SENR.txt')), entryName: NAME });
  });

  it('if it has a second entry', async () => {
    const facts = { entryName: NAME, sourceBytes: text.length, sourceCrc32: crc32(latin1(text)) };
    const one = zipOf([{ name: NAME, text }]);
    await expect(verifyZip({ ...facts, zip: new Blob([one]) })).resolves.toMatch(/^[0-9a-f]{64}$/);
    const two = zipOf([
      { name: NAME, text },
      { name: 'b.txt', text: 'x' },
    ]);
    await refuse({ ...facts, zip: new Blob([two]) });
  });

  it('if it is from another source', async () => {
    const written = await write();
    await refuse({ ...written, sourceBytes: written.sourceBytes + 1 });
    await refuse({ ...written, sourceCrc32: written.sourceCrc32 ^ 1 });
    const other = await write(new Blob(['other']));
    await refuse({ ...written, zip: other.zip });
  });

  it('if it is cut short, empty, or not a zip', async () => {
    const written = await write();
    await refuse({ ...written, zip: written.zip.slice(0, -1) });
    await refuse({ ...written, zip: new Blob([]) });
    await refuse({ ...written, zip: source() });
  });
});

describe('a zip that is opened again', () => {
  it('gives stored names, lengths and checksums', async () => {
    const zip = zipOf([
      { name: '../SENR 2022-23.txt', text: 'one' },
      { name: 'folder/b.txt', text: 'two' },
    ]);
    const { entries } = await openZip(new Blob([zip]));
    expect(entries).toMatchObject([
      { name: '../SENR 2022-23.txt', bytes: 3, crc32: crc32('one') | 0 },
      { name: 'folder/b.txt', bytes: 3, crc32: crc32('two') | 0 },
    ]);
  });

  it('may contain an empty text', async () => {
    const zip = zipOf([{ name: NAME, text: '' }]);
    const { entries } = await openZip(new Blob([zip]));
    expect(entries[0]).toMatchObject({ name: NAME, bytes: 0 });
  });

  it('fails instead of hanging if its data is cut', async () => {
    const zip = zipOf([{ name: NAME, text }]);
    await expect(openZip(new Blob([zip.slice(0, 500)]))).rejects.toThrow();
    await expect(openZip(new Blob([]))).rejects.toThrow();
  });

  it('fails if its content does not match its checksum', async () => {
    const zip = zipOf([{ name: NAME, text }]);
    zip[30 + NAME.length + 5] = 0x41;
    await expect(openZip(new Blob([zip]))).rejects.toThrow();
  });
});
