import { describe, expect, it } from 'vitest';
import { BLOCK_BYTES, blocksOfFile, blocksOfStream } from '../../../lib/reading/blocks.ts';
import { collect as all } from '../support/collect.ts';

async function* stream(...sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let next = 0;
  for (const size of sizes) {
    yield Uint8Array.from({ length: size }, () => next++ & 0xff);
  }
}

/** Copies the blocks, because each block of a file is valid only until the next one. */
async function copies(blocks: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const kept: Uint8Array[] = [];
  for await (const block of blocks) kept.push(block.slice());
  return kept;
}

const never = () => new AbortController().signal;

describe('the blocks of a stream', () => {
  it('are full except the last, however the chunks were cut', async () => {
    const blocks = await all(
      blocksOfStream(stream(BLOCK_BYTES - 1, 0, 3, BLOCK_BYTES, 7), never()),
    );
    expect(blocks.map(({ length }) => length)).toEqual([BLOCK_BYTES, BLOCK_BYTES, 9]);
  });

  it('hold the same bytes in the same order', async () => {
    const chunks = await all(stream(1_000_000, 5, 4_000_000));
    const blocks = await all(blocksOfStream(stream(1_000_000, 5, 4_000_000), never()));
    expect(Buffer.concat(blocks).equals(Buffer.concat(chunks))).toBe(true);
  });

  it('do not change after they are handed out', async () => {
    const blocks = await all(blocksOfStream(stream(2 * BLOCK_BYTES), never()));
    expect(blocks[0]?.buffer).not.toBe(blocks[1]?.buffer);
  });

  it('are none if the stream is empty', async () => {
    expect(await all(blocksOfStream(stream(), never()))).toEqual([]);
    expect(await all(blocksOfStream(stream(0, 0), never()))).toEqual([]);
  });

  it('stop with the signal', async () => {
    const stopped = AbortSignal.abort(new Error('stopped'));
    await expect(all(blocksOfStream(stream(10), stopped))).rejects.toThrow('stopped');
  });
});

describe('the blocks of a file', () => {
  it('are the file', async () => {
    const [bytes = new Uint8Array(0)] = await all(stream(2 * BLOCK_BYTES + 11));
    const blocks = await copies(blocksOfFile(new Blob([Buffer.from(bytes)]), never()));
    expect(blocks.map(({ length }) => length)).toEqual([BLOCK_BYTES, BLOCK_BYTES, 11]);
    expect(Buffer.concat(blocks).equals(Buffer.from(bytes))).toBe(true);
  });

  it('are none for an empty file', async () => {
    expect(await all(blocksOfFile(new Blob([]), never()))).toEqual([]);
  });

  it('stop with the signal between two blocks', async () => {
    const stop = new AbortController();
    const blocks = blocksOfFile(new Blob([new Uint8Array(2 * BLOCK_BYTES)]), stop.signal);
    expect((await blocks.next()).done).toBe(false);
    stop.abort(new Error('stopped'));
    await expect(blocks.next()).rejects.toThrow('stopped');
  });

  it('report a file that was cut short after the choice', async () => {
    const cut = new Blob([new Uint8Array(BLOCK_BYTES + 1)]);
    const { slice } = cut;
    cut.slice = (start) => slice.call(cut, start, BLOCK_BYTES);
    await expect(all(blocksOfFile(cut, never()))).rejects.toMatchObject({
      name: 'NotReadableError',
    });
  });

  it('free their memory when the next one arrives', async () => {
    const blocks = blocksOfFile(new Blob([new Uint8Array(BLOCK_BYTES + 1)]), never());
    const first = await blocks.next();
    expect(first.value?.length).toBe(BLOCK_BYTES);
    expect((await blocks.next()).value?.length).toBe(1);
    expect(first.value?.length).toBe(0);
  });

  it('report a file that cannot be read', async () => {
    const gone = new Blob([new Uint8Array(BLOCK_BYTES + 1)]);
    gone.slice = () => {
      const part = new Blob([]);
      part.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
      return part;
    };
    await expect(all(blocksOfFile(gone, never()))).rejects.toThrow('gone');
  });

  it('may fail without an unhandled error if nobody wants them anymore', async () => {
    const file = new Blob([new Uint8Array(2 * BLOCK_BYTES)]);
    const { slice } = file;
    const gone = new Blob([]);
    gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    file.slice = (start, end) => (start ? gone : slice.call(file, start, end));
    const unowned: unknown[] = [];
    const note = (reason: unknown) => unowned.push(reason);
    process.on('unhandledRejection', note);
    const blocks = blocksOfFile(file, never());
    expect((await blocks.next()).value?.length).toBe(BLOCK_BYTES);
    await blocks.return(undefined);
    await new Promise((resolve) => setTimeout(resolve));
    process.off('unhandledRejection', note);
    expect(unowned).toEqual([]);
  });
});
