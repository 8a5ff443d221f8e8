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
 * Compresses a source in a stream.
 * @throws SourceChanged
 */
export async function deflate(
  source: Source,
  { signal, onProgress }: DeflateOptions,
): Promise<Deflated> {
  const deflater = new Deflater(sizeOfSource(source));
  try {
    for await (const block of blocksOfSource(source, signal)) {
      await deflater.write(block);
      onProgress(deflater.bytesRead, deflater.bytesWritten);
    }
    return await deflater.finish();
  } catch (error) {
    deflater.stop(error);
    throw error;
  }
}

/**
 * Compresses what it is given with the browser's own compressor, at its only level (zlib's 6). It
 * asks for gzip, not bare deflate. The data inside is the same, and gzip adds the CRC-32 of the
 * source at almost no cost. JavaScript would need a tenth of the total time for that checksum.
 */
export class Deflater {
  bytesRead = 0;
  bytesWritten = 0;
  readonly #writer: WritableStreamDefaultWriter<BufferSource>;
  /** A write never ends after this fails, so the code awaits both together. */
  readonly #collected: Promise<Blob>;

  /** @param expectedBytes about how many bytes it will be given. They decide where the data is kept. */
  constructor(expectedBytes: number) {
    const compressor = new CompressionStream('gzip');
    this.#writer = compressor.writable.getWriter();
    this.#collected = collect(compressor.readable.pipeThrough(this.#counter()), {
      expectedBytes: expectedBytes * USUAL_SHARE,
    });
    this.#collected.catch(() => {}); // a write fails too, and its error gives the reason
  }

  /**
   * Resolves when the block is no longer needed. Large blocks are best, because passing one on has
   * a cost.
   */
  async write(block: Uint8Array<ArrayBuffer>): Promise<void> {
    await Promise.race([this.#writer.write(block), this.#collected]);
    this.bytesRead += block.length;
  }

  async finish(): Promise<Deflated> {
    await Promise.race([this.#writer.close(), this.#collected]);
    return { ...(await unwrap(await this.#collected)), bytes: this.bytesRead };
  }

  /** Ends the work. Nothing comes of it. */
  stop(reason: unknown): void {
    this.#writer.abort(reason).catch(() => {}); // the writer may be the part that failed
  }

  #counter(): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
    let passedOn = new Uint8Array(0);
    return new TransformStream({
      transform: (chunk, controller) => {
        // The stream asks for a chunk only after it has read the one before (Streams, read-loop).
        giveBack(passedOn);
        passedOn = chunk;
        this.bytesWritten += chunk.length;
        controller.enqueue(chunk);
      },
    });
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
