import { giveBack } from './give-back.ts';

/**
 * Files are read in blocks of this many bytes. WebCrypto takes only whole buffers, so the content
 * hash uses the same block: a file of any size is hashed, scanned and zipped in flat memory.
 */
export const BLOCK_BYTES = 4 * 1024 * 1024;

/**
 * Reads a file in blocks of BLOCK_BYTES and fetches one block ahead while the caller works. A block
 * is good until the next one has come; its memory is then given back at once. Each byte is read
 * once, up to the size that the file has at the start.
 *
 * It reads slices, not a stream into buffers of our own (`mode: 'byob'`): one such read in some
 * thousands never ends in Chromium 156, and Firefox reads ahead only while the caller rests.
 */
export async function* blocksOfFile(
  file: Blob,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { size } = file;
  let next = readBlock(file, 0, size);
  let used = new Uint8Array(0);
  for (let start = 0; start < size; start += BLOCK_BYTES) {
    const block = await next;
    signal.throwIfAborted();
    if (block.length !== Math.min(BLOCK_BYTES, size - start)) throw hasChanged();
    giveBack(used);
    next = readBlock(file, start + BLOCK_BYTES, size);
    // A read that fails is reported when it is awaited; until then it must not count as unhandled.
    next.catch(() => {});
    yield block;
    used = block;
  }
}

async function readBlock(
  file: Blob,
  start: number,
  size: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const block = file.slice(start, Math.min(start + BLOCK_BYTES, size));
  return new Uint8Array(await block.arrayBuffer());
}

function hasChanged(): DOMException {
  return new DOMException('The file has changed since it was chosen.', 'NotReadableError');
}

/** Cuts a stream of chunks of any size into blocks of BLOCK_BYTES; only the last may be shorter. */
export async function* blocksOfStream(
  chunks: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let block = new Uint8Array(BLOCK_BYTES);
  let filled = 0;
  for await (const chunk of chunks) {
    signal.throwIfAborted();
    for (let taken = 0; taken < chunk.length; ) {
      const part = chunk.subarray(taken, taken + BLOCK_BYTES - filled);
      block.set(part, filled);
      filled += part.length;
      taken += part.length;
      if (filled === BLOCK_BYTES) {
        yield block;
        block = new Uint8Array(BLOCK_BYTES);
        filled = 0;
      }
    }
  }
  if (filled > 0) yield block.subarray(0, filled);
}
