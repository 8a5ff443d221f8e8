import { blocksOfSource } from '../reading/blocks-of-source.ts';
import { collect } from '../reading/collect.ts';
import { giveBack } from '../reading/give-back.ts';
import type { Source } from '../reading/source.ts';
import { sizeOfSource } from '../reading/source.ts';

/** The browser's compressed data, and what was counted while the source was read. */
export interface Deflated {
  /** Raw deflate data (RFC 1951), the form that a zip entry holds. */
  readonly data: Blob;
  /** Counted while the source was read. */
  readonly bytes: number;
  readonly crc32: number;
}

export interface DeflateOptions {
  readonly signal: AbortSignal;
  /**
   * Called with the source bytes read and the bytes written so far. An error that it throws ends
   * the work.
   */
  readonly onProgress: (bytesRead: number, bytesWritten: number) => void;
}

/** How far CALPADS text usually shrinks. This decides only where the data is kept. */
const USUAL_SHARE = 1 / 8;

/**
 * Compresses a source in a stream with the browser's own compressor, at its only level (zlib's 6).
 * It asks for gzip, not bare deflate. The data inside is the same, and gzip adds the CRC-32 of the
 * source at almost no cost. JavaScript would need a tenth of the total time for that checksum.
 * @throws SourceChanged
 */
export async function deflate(
  source: Source,
  { signal, onProgress }: DeflateOptions,
): Promise<Deflated> {
  const compressor = new CompressionStream('gzip');
  let written = 0;
  let passedOn = new Uint8Array(0);
  const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      // The stream asks for a chunk only after it has read the one before (Streams, read-loop).
      giveBack(passedOn);
      passedOn = chunk;
      written += chunk.length;
      controller.enqueue(chunk);
    },
  });
  const collected = collect(compressor.readable.pipeThrough(counter), {
    expectedBytes: sizeOfSource(source) * USUAL_SHARE,
  });
  collected.catch(() => {}); // feed fails too, and its error gives the reason
  const bytes = await feed(compressor.writable, {
    blocks: blocksOfSource(source, signal),
    collected,
    onProgress: (read) => onProgress(read, written),
  });
  return { ...(await unwrap(await collected)), bytes };
}

interface Feed {
  readonly blocks: AsyncIterable<Uint8Array<ArrayBuffer>>;
  /** A write never ends after this fails, so the code awaits both together. */
  readonly collected: Promise<unknown>;
  readonly onProgress: (bytesRead: number) => void;
}

/**
 * Writes the source in large blocks. The browser's own small blocks would take longer, because
 * passing a block on has a cost.
 * @returns the number of bytes
 */
async function feed(
  writable: WritableStream<BufferSource>,
  { blocks, collected, onProgress }: Feed,
): Promise<number> {
  const writer = writable.getWriter();
  let read = 0;
  try {
    for await (const block of blocks) {
      await Promise.race([writer.write(block), collected]);
      read += block.length;
      onProgress(read);
    }
    await Promise.race([writer.close(), collected]);
    return read;
  } catch (error) {
    writer.abort(error).catch(() => {}); // the writer may be the part that failed
    throw error;
  }
}

/**
 * RFC 1952: a header without a name, comment or extra field, then the data, the checksum and the
 * length.
 */
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
