import { blocksOfFile } from '../reading/blocks.ts';
import { giveBack } from '../reading/give-back.ts';
import { collect } from './collect.ts';

/** What the browser's compressor made of a file, and what it read on the way. */
export interface Deflated {
  /** Raw deflate data (RFC 1951), as an entry of a zip holds it. */
  readonly data: Blob;
  /** Of the source, as it was read. */
  readonly bytes: number;
  readonly crc32: number;
}

export interface DeflateOptions {
  readonly signal: AbortSignal;
  /** Called with the source bytes read so far, and what came of them; what it throws ends the work. */
  readonly onProgress: (bytesRead: number, bytesWritten: number) => void;
}

/** Of CALPADS text; it matters only for where the data is kept. */
const USUAL_SHARE = 1 / 8;

/**
 * Compresses a file in a stream, by the browser's own compressor, at its only level (zlib's 6).
 * It is asked for gzip, not for bare deflate: the data is the same, and the check sum of all that was
 * read comes with it, computed where it costs next to nothing. JavaScript would take a tenth of the
 * whole time for it.
 */
export async function deflate(
  source: Blob,
  { signal, onProgress }: DeflateOptions,
): Promise<Deflated> {
  const compressor = new CompressionStream('gzip');
  let written = 0;
  let passedOn = new Uint8Array(0);
  const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      // A chunk is asked for only when the one before has been read (Streams, read-loop).
      giveBack(passedOn);
      passedOn = chunk;
      written += chunk.length;
      controller.enqueue(chunk);
    },
  });
  const collected = collect(compressor.readable.pipeThrough(counter), {
    expectedBytes: source.size * USUAL_SHARE,
  });
  collected.catch(() => {}); // feed fails too, and its error says why
  await feed(compressor.writable, {
    blocks: blocksOfFile(source, signal),
    collected,
    onProgress: (read) => onProgress(read, written),
  });
  return { ...(await unwrap(await collected)), bytes: source.size };
}

interface Feed {
  readonly blocks: AsyncIterable<Uint8Array<ArrayBuffer>>;
  /** Where nothing more is collected, a write never ends. */
  readonly collected: Promise<unknown>;
  readonly onProgress: (bytesRead: number) => void;
}

/** In the file's large blocks: with the browser's small ones the time goes into passing them on. */
async function feed(
  writable: WritableStream<BufferSource>,
  { blocks, collected, onProgress }: Feed,
): Promise<void> {
  const writer = writable.getWriter();
  let read = 0;
  try {
    for await (const block of blocks) {
      await Promise.race([writer.write(block), collected]);
      read += block.length;
      onProgress(read);
    }
    await Promise.race([writer.close(), collected]);
  } catch (error) {
    writer.abort(error).catch(() => {}); // it may be what failed
    throw error;
  }
}

/** Of RFC 1952: a header without name, comment and extra field; behind the data, check sum and length. */
const HEADER_BYTES = 10;
const TRAILER_BYTES = 8;
const PLAIN_HEADER = [0x1f, 0x8b, 8, 0] as const;

async function unwrap(gzip: Blob): Promise<{ readonly data: Blob; readonly crc32: number }> {
  const header = new Uint8Array(await gzip.slice(0, HEADER_BYTES).arrayBuffer());
  if (PLAIN_HEADER.some((byte, at) => header[at] !== byte)) {
    throw new Error('The browser writes a gzip header of another kind.');
  }
  const end = gzip.size - TRAILER_BYTES;
  const trailer = new DataView(await gzip.slice(end).arrayBuffer());
  return { data: gzip.slice(HEADER_BYTES, end), crc32: trailer.getUint32(0, true) };
}
