/**
 * Files are read in blocks of so many bytes. WebCrypto takes only whole buffers, so the block is the
 * content hash's as well: a file of any size is hashed, scanned and zipped in flat memory.
 */
export const BLOCK_BYTES = 4 * 1024 * 1024;

/** Reads the block at `start`; `spare` may be used for it, and is gone then. */
type ReadBlock = (start: number, spare: ArrayBuffer) => Promise<Uint8Array<ArrayBuffer>>;

/**
 * Reads a file in blocks of BLOCK_BYTES, fetching one block ahead while the caller works. A block is
 * good until the caller has asked for the next one: where the browser can, two buffers take turns.
 */
export async function* blocksOfFile(
  file: Blob,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const readBlock = blockReader(file);
  let next = readBlock(0, new ArrayBuffer(BLOCK_BYTES));
  let spare = new ArrayBuffer(BLOCK_BYTES);
  for (let start = 0; start < file.size; start += BLOCK_BYTES) {
    const block = await next;
    signal.throwIfAborted();
    if (block.length !== Math.min(BLOCK_BYTES, file.size - start)) throw await whyUnreadable(file);
    next = readBlock(start + BLOCK_BYTES, spare);
    // A read that fails is reported when it is awaited; until then it must not count as unhandled.
    next.catch(() => {});
    yield block;
    spare = block.buffer;
  }
}

function blockReader(file: Blob): ReadBlock {
  const reader = byteReader(file);
  if (!reader) {
    return async (start, spare) => {
      spare.transfer(0); // frees it now; garbage collectors let dozens of MiB gather first
      return new Uint8Array(await slice(file, start));
    };
  }
  return async (_, spare) => {
    try {
      return await fill(reader, spare);
    } catch {
      throw await whyUnreadable(file);
    }
  };
}

/**
 * Hands the browser a buffer to read into; new ones for each block would wait for the garbage
 * collector (200 MB in Firefox 153: 95 MiB, not 15). Not in Chromium: there a read hangs now and then,
 * and of a stream it cannot be begun anew.
 */
function byteReader(file: Blob): ReadableStreamBYOBReader | undefined {
  if (/\bChrom(e|ium)\//.test(navigator.userAgent)) return undefined;
  return file.stream().getReader({ mode: 'byob' });
}

/** Of a file that is gone or changed, a stream says only TypeError or ends early; a slice says why. */
async function whyUnreadable(file: Blob): Promise<unknown> {
  return slice(file, 0).then(
    () => new DOMException('The file has changed since it was chosen.', 'NotReadableError'),
    (reason: unknown) => reason,
  );
}

/** A disk is done with a block in milliseconds, a slow network drive in seconds. */
const SLOW_READ_MS = 5_000;
const MOST_READS = 4;

/**
 * In Chromium 156 a read now and then never ends (one in some thousands, on a quiet machine too); the
 * same bytes asked for once more come at once. Whichever answers first counts.
 */
async function slice(file: Blob, start: number): Promise<ArrayBuffer> {
  const part = file.slice(start, start + BLOCK_BYTES);
  const reads = [part.arrayBuffer()];
  while (reads.length < MOST_READS) {
    const read = await within(SLOW_READ_MS, Promise.race(reads));
    if (read) return read;
    reads.push(part.arrayBuffer());
  }
  return Promise.race(reads);
}

async function within<Result>(ms: number, promise: Promise<Result>): Promise<Result | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** A stream hands over less than it is asked for; only at its end may the block stay shorter. */
async function fill(
  reader: ReadableStreamBYOBReader,
  buffer: ArrayBuffer,
): Promise<Uint8Array<ArrayBuffer>> {
  let block = new Uint8Array(buffer, 0, 0);
  while (block.length < BLOCK_BYTES) {
    const filled = block.length;
    const { value, done } = await reader.read(new Uint8Array(block.buffer, filled));
    if (value) block = new Uint8Array(value.buffer, 0, filled + value.length);
    if (done) break;
  }
  return block;
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
