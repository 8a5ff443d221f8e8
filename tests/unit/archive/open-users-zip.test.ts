import { describe, expect, it } from 'vitest';
import { openUsersZip, RefusedZip } from '../../../lib/archive/open-users-zip.ts';
import { writeZip } from '../../../lib/archive/write-zip.ts';
import { ownSource } from '../../../lib/reading/source.ts';
import { zipOf } from '../../corpus/faults/zip-file.ts';
import { HOSTILE_ZIPS } from '../../corpus/hostile-zips.ts';
import { PEOPLES_ZIPS } from '../../corpus/peoples-zips.ts';
import { rawZip } from '../../corpus/raw-zip.ts';
import { collect } from '../support/collect.ts';
import { lines, record } from '../support/records.ts';

const { signal } = new AbortController();

/** Opens a zip and reads all its entries. */
async function readAll(zip: Blob): Promise<{ name: string; content: Buffer }[]> {
  const { entries } = await openUsersZip(zip);
  const read = entries.map(async ({ name, chunks }) => ({
    name,
    content: Buffer.concat(await collect(chunks(signal))),
  }));
  return Promise.all(read);
}

describe("a person's zip", () => {
  it.each(HOSTILE_ZIPS)('is refused: $what', async ({ bytes, refusal }) => {
    const error: unknown = await readAll(new Blob([bytes])).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RefusedZip);
    expect(refusal).toContain((error as RefusedZip).reason);
  });

  it.each(PEOPLES_ZIPS)(
    'is read with its files alone: $what',
    async ({ bytes, files, isUsual }) => {
      const zip = await openUsersZip(new Blob([bytes]));
      expect(zip.entries.map(({ path }) => path.join('/'))).toEqual(files);
      expect(zip.isUnusual).toBe(!isUsual);
      for (const { content } of await readAll(new Blob([bytes]))) {
        expect(content.toString('latin1')).toMatch(/^SENR-R\^.*\r\n$/s);
      }
    },
  );

  it('may hold 50 files of the person, but not 51', async () => {
    const zipWith = (count: number) =>
      openUsersZip(
        new Blob([rawZip(Array.from({ length: count }, (_, at) => ({ name: `${at}.txt` })))]),
      );
    expect((await zipWith(50)).entries).toHaveLength(50);
    await expect(zipWith(51)).rejects.toMatchObject({ reason: 'too many entries' });
  });

  it('is read byte for byte if it is one of ours', async () => {
    const text = lines(
      ...Array.from({ length: 20_000 }, (_, at) => `${record('SENR')}${at * 7919}`),
    );
    const options = { signal, onProgress: () => {} };
    const { zip } = await writeZip(ownSource(new Blob([text])), 'SENR 2022-23.txt', options);
    const [entry] = await readAll(zip);
    expect(entry?.name).toBe('SENR 2022-23.txt');
    expect(entry?.content.toString()).toBe(text);
  });

  it('may contain several texts, a folder, and an empty text', async () => {
    const zip = zipOf([
      { name: 'folder/a.txt', text: 'one' },
      { name: 'b.txt', text: '' },
    ]);
    const entries = await readAll(new Blob([zip]));
    expect(entries.map(({ name, content }) => [name, content.toString()])).toEqual([
      ['folder/a.txt', 'one'],
      ['b.txt', ''],
    ]);
  });

  it('waits while the reader is busy, and ends when the person stops', async () => {
    const stop = new AbortController();
    const options = { signal, onProgress: () => {} };
    const bytes = new Uint8Array(8_000_000).map((_, at) => at * 31 + (at >> 8));
    const large = ownSource(new Blob([bytes]));
    const { zip } = await writeZip(large, 'SENR 2022-23.txt', options);
    const {
      entries: [entry],
    } = await openUsersZip(zip);
    const reading = async () => {
      for await (const _ of entry?.chunks(stop.signal) ?? []) stop.abort(new Error('stopped'));
    };
    await expect(reading()).rejects.toThrow('stopped');
  });
});
