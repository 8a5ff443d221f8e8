import { giveBack } from './give-back.ts';

/**
 * The block size for reading files. WebCrypto takes only complete buffers, so the content hash uses
 * the same block. A file of any size is hashed, scanned and zipped in flat memory.
 */
export const BLOCK_BYTES = 4 * 1024 * 1024;

/**
 * Reads a file in blocks of BLOCK_BYTES and fetches one block ahead while the caller works. A block
 * is valid until the next one arrives. Its memory is then freed at once. Each byte is read once, up
 * to the file's size at the start.
 *
 * It reads slices, not a stream into its own buffers (`mode: 'byob'`). In Chromium 156, one such
 * read in a few thousand never ends. Firefox reads ahead only while the caller is idle.
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
    // A failed read is reported when it is awaited. Until then it must not count as unhandled.
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

/** Cuts a stream of chunks of any size into blocks of BLOCK_BYTES. Only the last may be shorter. */
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
