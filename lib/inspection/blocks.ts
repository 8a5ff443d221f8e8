import { BLOCK_BYTES } from './content-hash.ts';

/** Reads a file in blocks of BLOCK_BYTES, fetching one block ahead while the caller works. */
export async function* blocksOfFile(
  file: Blob,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let next = readBlock(file, 0);
  for (let start = 0; start < file.size; start += BLOCK_BYTES) {
    const block = await next;
    signal.throwIfAborted();
    const after = start + BLOCK_BYTES;
    next = after < file.size ? readBlock(file, after) : Promise.resolve(new ArrayBuffer(0));
    // A read that fails is reported when it is awaited; until then it must not count as unhandled.
    next.catch(() => {});
    yield new Uint8Array(block);
  }
}

function readBlock(file: Blob, start: number): Promise<ArrayBuffer> {
  return file.slice(start, start + BLOCK_BYTES).arrayBuffer();
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
