import { describe, expect, it } from 'vitest';
import { inspectFile } from '../../../lib/inspection/inspect.ts';
import { BLOCK_BYTES } from '../../../lib/reading/blocks.ts';
import { blocksOfSource, bytesOfSource } from '../../../lib/reading/blocks-of-source.ts';
import { checkedSource, ownSource, partOfSource } from '../../../lib/reading/source.ts';
import type { Disk } from '../support/live-file.ts';
import { liveFile } from '../support/live-file.ts';

const { signal } = new AbortController();
const content = Uint8Array.from(
  { length: 2 * BLOCK_BYTES + 1000 },
  (_, at) => (at * 31 + (at >> 9)) & 0xff,
);

async function inspected(disk: Disk) {
  const file = liveFile(disk);
  const { facts, blockHashes } = await inspectFile(file, { signal });
  return checkedSource(file, { bytes: facts.bytes, blockHashes });
}

describe('a source', () => {
  it('gives the bytes that the inspection read', async () => {
    const source = await inspected({ content });
    expect(Buffer.from(content).equals(await bytesOfSource(source, signal))).toBe(true);
  });

  it.each([
    ['within one block', 5, 900],
    ['from block to block', BLOCK_BYTES, 2 * BLOCK_BYTES],
    ['across a border', BLOCK_BYTES - 3, BLOCK_BYTES + 3],
    ['across all', 1, content.length - 1],
    ['the end', 2 * BLOCK_BYTES + 999, content.length],
  ])('gives any range of those bytes, %s', async (_what, start, end) => {
    const expected = Buffer.from(content.subarray(start, end));
    for (const whole of [await inspected({ content }), ownSource(new Blob([content]))]) {
      const part = partOfSource(whole, { start, end });
      expect(expected.equals(await bytesOfSource(part, signal))).toBe(true);
    }
  });

  it('that is a part of another part counts from its start', async () => {
    const part = partOfSource(await inspected({ content }), { start: 100, end: 5000 });
    const inner = partOfSource(part, { start: 7, end: 9 });
    expect(await bytesOfSource(inner, signal)).toEqual(content.slice(107, 109));
  });

  it('without bytes gives nothing', async () => {
    const source = await inspected({ content: new Uint8Array(0) });
    expect(await bytesOfSource(source, signal)).toEqual(new Uint8Array(0));
  });

  it('reads no more blocks than the range needs', async () => {
    const disk: Disk = { content };
    const source = partOfSource(await inspected(disk), { start: 10, end: 20 });
    let reads = 0;
    disk.onRead = () => {
      reads += 1;
    };
    await bytesOfSource(source, signal);
    expect(reads).toBe(1);
  });

  it("frees a block's memory when the next one arrives", async () => {
    const blocks = blocksOfSource(await inspected({ content }), signal);
    const first = await blocks.next();
    expect(first.value?.length).toBe(BLOCK_BYTES);
    await blocks.next();
    expect(first.value?.length).toBe(0);
  });

  it('stops with the signal between two blocks', async () => {
    const stop = new AbortController();
    const blocks = blocksOfSource(await inspected({ content }), stop.signal);
    await blocks.next();
    stop.abort(new Error('stopped'));
    await expect(blocks.next()).rejects.toThrow('stopped');
  });
});
