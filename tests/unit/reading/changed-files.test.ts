import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { zipWithin } from '../../../lib/archive/zip-job.ts';
import { copySource } from '../../../lib/fixes/copy-source.ts';
import { cutText } from '../../../lib/fixes/cut-text.ts';
import { rewriteText } from '../../../lib/fixes/rewrite.ts';
import { blocksOfSource } from '../../../lib/reading/blocks-of-source.ts';
import type { Source } from '../../../lib/reading/source.ts';
import {
  checkedSource,
  ownSource,
  partOfSource,
  SourceChanged,
} from '../../../lib/reading/source.ts';
import { blockHashesOf } from '../support/block-hashes.ts';
import type { Disk } from '../support/live-file.ts';
import { liveFile } from '../support/live-file.ts';
import { latin1 } from '../support/records.ts';

/** Blocks are small here, so thousands of files with many blocks take only seconds. */
const BLOCK = 64;
vi.mock('../../../lib/reading/blocks.ts', async (original) => ({
  ...(await original<object>()),
  BLOCK_BYTES: 64,
}));

/**
 * Node's compressor keeps small chunks for a while after it takes them. Browsers' compressors do
 * not.
 */
vi.mock('../../../lib/reading/give-back.ts', () => ({ giveBack: () => {} }));

const options = { signal: new AbortController().signal, onProgress: () => {} };
const bytesOf = async (blob: Blob) => Buffer.from(await blob.arrayBuffer()).toString('latin1');

/**
 * Everything that the assistant makes from a chosen file, as text, so two results can be compared.
 */
const MAKERS: Readonly<Record<string, (source: Source) => Promise<string>>> = {
  copy: async (source) => {
    const { blob, sha256 } = await copySource({ source }, options);
    return `${sha256} ${await bytesOf(blob)}`;
  },
  zip: async (source) => {
    const job = { source, entryName: 'SENR 2022-23.txt', mostBytes: 1e6 };
    const result = await zipWithin(job, options);
    return result.kind === 'zip' ? bytesOf(result.written.zip) : result.kind;
  },
  cut: async (source) =>
    JSON.stringify(await cutText({ source, of: 3, longestRecord: 20 }, options)),
  drop: async (source) => {
    const rewrite = { encoding: 'ascii', drop: { lines: [1], marks: [] } } as const;
    return bytesOf(await rewriteText({ source, rewrite }, options));
  },
  convert: async (source) =>
    bytesOf(await rewriteText({ source, rewrite: { encoding: 'utf-16le' } }, options)),
};

function checked(disk: Disk): Source {
  const { content } = disk;
  const blockHashes = blockHashesOf(content, BLOCK);
  return checkedSource(liveFile(disk), { bytes: content.length, blockHashes });
}

async function outcome(making: Promise<string>): Promise<string> {
  try {
    return await making;
  } catch (error) {
    if (error instanceof SourceChanged) return 'changed';
    throw error;
  }
}

/** A little more than ten blocks, with no two lines equal. */
const CONTENT = latin1(Array.from({ length: 66 }, (_, at) => `line ${at}\r\n`).join(''));
const BLOCKS = Math.ceil(CONTENT.length / BLOCK);

type Edit = (content: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;
const writeAt =
  (at: number): Edit =>
  (content) =>
    content.map((byte, place) => (place === at ? byte ^ 1 : byte));
const appended: Edit = (content) => new Uint8Array(Buffer.concat([content, latin1('more\r\n')]));
const cutAt =
  (at: number): Edit =>
  (content) =>
    content.slice(0, at);

describe.each(Object.entries(MAKERS))('%s', (_name, make) => {
  const expected = make(ownSource(new Blob([CONTENT])));

  it('uses the checked bytes of an unchanged file', async () => {
    expect(await make(checked({ content: CONTENT }))).toBe(await expected);
  });

  it.each(Array.from({ length: BLOCKS }, (_, at) => at))(
    'fails if a byte in block %i is edited after the check',
    async (block) => {
      const disk: Disk = { content: CONTENT };
      const source = checked(disk);
      disk.content = writeAt(Math.min(block * BLOCK + 40, CONTENT.length - 1))(CONTENT);
      expect(await outcome(make(source))).toBe('changed');
    },
  );

  it.each(Array.from({ length: BLOCKS }, (_, at) => at))(
    'fails if the file is cut short in block %i',
    async (block) => {
      const disk: Disk = { content: CONTENT };
      const source = checked(disk);
      disk.content = cutAt(block * BLOCK)(CONTENT);
      expect(await outcome(make(source))).toBe('changed');
    },
  );

  it('leaves out bytes that were added to the file after the check', async () => {
    const disk: Disk = { content: CONTENT };
    const source = checked(disk);
    disk.content = appended(CONTENT);
    expect(await make(source)).toBe(await expected);
  });

  it('fails if bytes were added at the start', async () => {
    const disk: Disk = { content: CONTENT };
    const source = checked(disk);
    disk.content = new Uint8Array(Buffer.concat([latin1('x'), CONTENT]));
    expect(await outcome(make(source))).toBe('changed');
  });

  it.each(['NotReadableError', 'NotFoundError'])('fails if a read gives %s', async (name) => {
    const disk: Disk = { content: CONTENT };
    const source = checked(disk);
    disk.onRead = (reads) => {
      if (reads === 3) disk.error = new DOMException('', name);
    };
    expect(await outcome(make(source))).toBe('changed');
  });
});

it('reports a changed file, not a record that is too long because of the change', async () => {
  const disk: Disk = { content: CONTENT };
  const source = checked(disk);
  disk.content = CONTENT.map((byte, at) => (at >= BLOCK && at < 2 * BLOCK ? 0x78 : byte));
  const cutting = cutText({ source, of: 3, longestRecord: 20 }, options);
  await expect(cutting).rejects.toBeInstanceOf(SourceChanged);
});

describe('whatever happens to a file, at any time', () => {
  const position = fc.nat(CONTENT.length - 1);
  const edit = fc.oneof(
    position.map(writeAt),
    position.map(cutAt),
    fc.constant(appended),
    fc.constant<Edit>(() => CONTENT),
  );
  const edits = fc.array(fc.tuple(fc.nat(BLOCKS + 2), edit), { maxLength: 3 });
  const range = fc
    .tuple(position, position)
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }));

  const changing = (all: readonly (readonly [number, Edit])[]): Source => {
    const disk: Disk = { content: CONTENT };
    disk.onRead = (reads) => {
      for (const [at, change] of all) if (at === reads) disk.content = change(disk.content);
    };
    return checked(disk);
  };

  it.each(Object.entries(MAKERS))('%s gives the checked bytes or fails', async (_name, make) => {
    const seen = new Set<'checked' | 'changed'>();
    await fc.assert(
      fc.asyncProperty(edits, range, async (all, part) => {
        const result = await outcome(make(partOfSource(changing(all), part)));
        seen.add(result === 'changed' ? 'changed' : 'checked');
        if (result === 'changed') return;
        expect(result).toBe(await make(partOfSource(ownSource(new Blob([CONTENT])), part)));
      }),
      { numRuns: 150 },
    );
    expect([...seen].toSorted()).toEqual(['changed', 'checked']);
  });

  it('only checked bytes are handed out, even before a failure', async () => {
    await fc.assert(
      fc.asyncProperty(edits, range, async (all, part) => {
        let read = '';
        const reading = async () => {
          for await (const block of blocksOfSource(
            partOfSource(changing(all), part),
            options.signal,
          ))
            read += Buffer.from(block).toString('latin1');
          return 'to the end';
        };
        const end = await outcome(reading());
        const whole = Buffer.from(CONTENT.subarray(part.start, part.end)).toString('latin1');
        expect(end === 'changed' ? whole.startsWith(read) : read === whole).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
