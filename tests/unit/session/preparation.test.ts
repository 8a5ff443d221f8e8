import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { takeOutOfZip } from '../../../lib/archive/take-out.ts';
import { verifyZip } from '../../../lib/archive/verify-zip.ts';
import { zipWithin } from '../../../lib/archive/zip-job.ts';
import type { MadeFile } from '../../../lib/fixes/copy-source.ts';
import { copySource } from '../../../lib/fixes/copy-source.ts';
import { cutText } from '../../../lib/fixes/cut-text.ts';
import { rewriteText } from '../../../lib/fixes/rewrite.ts';
import { BLOCK_BYTES } from '../../../lib/reading/blocks.ts';
import { checkedSource, SourceChanged } from '../../../lib/reading/source.ts';
import type { Makers, Order } from '../../../lib/session/preparation.ts';
import { Preparation, queuesFor } from '../../../lib/session/preparation.ts';
import { blockHashesOf } from '../support/block-hashes.ts';
import type { Disk } from '../support/live-file.ts';
import { liveFile } from '../support/live-file.ts';
import { latin1, lines, record } from '../support/records.ts';

/** The workers' own work, done here. */
const REAL: Makers = {
  rewrite: (source, rewrite, options) => rewriteText({ source, rewrite }, options),
  zip: zipWithin,
  prove: verifyZip,
  cut: cutText,
  copy: copySource,
};

const TEXT = lines(...Array.from({ length: 300 }, (_, at) => `${record('SCSC')}${at * 7919}`));
const CONTENT = latin1(TEXT);
const NAME = 'SCSC 2022-23.txt';
const WHOLE: Order = { packing: 'as it is', entryName: NAME };
const ZIP: Order = { packing: 'zip', entryName: NAME };
const TEXTS: Order = { packing: 'text parts', entryName: NAME, begun: { of: 3, done: [] } };
const ZIPS: Order = { ...ZIP, begun: { of: 3, done: [] } };

function prepare(disk: Disk, order: Order, makers: Partial<Makers> = {}): Preparation {
  const { content } = disk;
  const blockHashes = blockHashesOf(content, BLOCK_BYTES);
  const source = checkedSource(liveFile(disk), { bytes: content.length, blockHashes });
  return new Preparation(source, order, {
    makers: { ...REAL, ...makers },
    ...queuesFor(2),
    now: () => 0,
    onChange: () => {},
  });
}

/** All that is made, in order. */
async function made(preparation: Preparation): Promise<MadeFile[]> {
  await preparation.settled;
  const parts = preparation.parts ?? [];
  for (const { number } of parts) await preparation.part(number);
  const files = [preparation.whole, ...(preparation.parts ?? []).map((part) => part.made)];
  return files.filter((file) => file !== undefined);
}

async function textOf({ blob }: MadeFile): Promise<string> {
  if (blob.type !== 'application/zip') return Buffer.from(await blob.bytes()).toString('latin1');
  const result = await takeOutOfZip(blob, { signal: new AbortController().signal });
  const [file] = result.kind === 'taken out' ? result.files : [];
  return file ? Buffer.from(await file.blob.bytes()).toString('latin1') : result.kind;
}

describe.each([
  ['a copy', WHOLE, 1],
  ['a zip', ZIP, 1],
  ['text parts', TEXTS, 3],
  ['zips of parts', ZIPS, 3],
])('%s', (_name, order, count) => {
  it('hold the checked bytes, each with its standard SHA-256', async () => {
    const files = await made(prepare({ content: CONTENT }, order));
    expect(files).toHaveLength(count);
    expect((await Promise.all(files.map(textOf))).join('')).toBe(TEXT);
    for (const { blob, sha256 } of files) {
      expect(sha256).toBe(
        createHash('sha256')
          .update(await blob.bytes())
          .digest('hex'),
      );
    }
  });

  it('stay as they are when the file changes afterwards', async () => {
    const disk: Disk = { content: CONTENT };
    const files = await made(prepare(disk, order));
    disk.content = CONTENT.map(() => 0x78);
    expect((await Promise.all(files.map(textOf))).join('')).toBe(TEXT);
  });

  it.each([0, 1, 2, 3])('are as checked or fail when the file changes at read %i', async (at) => {
    const disk: Disk = { content: CONTENT };
    const edited = CONTENT.map((byte, place) => (place === CONTENT.length >> 1 ? 0x78 : byte));
    disk.onRead = (reads) => {
      if (reads === at) disk.content = edited;
    };
    const preparation = prepare(disk, order);
    try {
      const files = await made(preparation);
      expect((await Promise.all(files.map(textOf))).join('')).toBe(TEXT);
      expect(preparation.failure).toBeUndefined();
    } catch {
      expect(preparation.failure).toBe('changed'); // a change in one part stops the others
    }
    if (at === 0) expect(preparation.failure).toBe('changed');
  });

  it('say when they failed for another reason', async () => {
    const broken = () => Promise.reject(new Error('The disk is full.'));
    const preparation = prepare({ content: CONTENT }, order, { copy: broken, prove: broken });
    await expect(made(preparation)).rejects.toThrow('The disk is full.');
    expect(preparation.failure).toBe('failed');
  });

  it('have not failed when they were stopped', async () => {
    const preparation = prepare({ content: CONTENT }, order);
    preparation.stop();
    await expect(made(preparation)).rejects.toThrow();
    expect(preparation.failure).toBeUndefined();
  });
});

describe('a file of which parts were sent earlier', () => {
  it.each([TEXTS, ZIPS])('goes on with the parts that are left: %j', async (order) => {
    const begun = { of: 3, done: [1] };
    const preparation = prepare({ content: CONTENT }, { ...order, begun });
    const files = await made(preparation);
    expect(preparation.parts?.map((part) => part.made !== undefined)).toEqual([false, true, true]);
    const rest = (await Promise.all(files.map(textOf))).join('');
    expect(rest.length).toBeGreaterThan(TEXT.length / 2);
    expect(TEXT.endsWith(rest)).toBe(true);
  });

  it('has the parts that were made before the file changed, and fails for the next', async () => {
    const disk: Disk = { content: CONTENT };
    disk.onRead = (reads) => {
      if (reads === 3) disk.content = CONTENT.map(() => 0x78); // after the cut and two copies
    };
    const preparation = prepare(disk, TEXTS);
    await preparation.settled;
    await preparation.part(1);
    await preparation.part(2);
    await expect(preparation.part(3)).rejects.toBeInstanceOf(SourceChanged);
    expect(preparation.failure).toBe('changed');
  });
});

it('a rewritten copy that goes as it is holds its own bytes, with their SHA-256', async () => {
  const disk: Disk = { content: latin1(`Record Type^ID\r\n${TEXT}`) };
  const rewrite = { encoding: 'ascii', drop: { lines: [1], marks: [] } } as const;
  const [file] = await made(prepare(disk, { ...WHOLE, rewrite }));
  expect(file && (await textOf(file))).toBe(TEXT);
  expect(file?.sha256).toBe(createHash('sha256').update(CONTENT).digest('hex'));
});
