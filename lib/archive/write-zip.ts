import { BlobReader, configure, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';

/** Workers of zip.js's own would be loaded from blob addresses, which the extension's CSP forbids. */
configure({ useWebWorkers: false, useCompressionStream: true });

/** What was read and written, for the proof in verify-zip.ts. */
export interface WrittenZip {
  readonly zip: Blob;
  readonly entryName: string;
  /** Of the source, counted and summed while it was read. */
  readonly sourceBytes: number;
  readonly sourceCrc32: number;
}

export interface WriteOptions {
  readonly signal: AbortSignal;
  /** Called with the source bytes read so far. */
  readonly onProgress: (bytesRead: number) => void;
  /** Any size when absent. */
  readonly mostBytes?: number | undefined;
}

/** The zip grew over `mostBytes`; it was given up there, with a share of the source still unread. */
export class ZipTooLarge extends Error {
  override readonly name = 'ZipTooLarge';
  /** What the whole would come to, if its rest shrinks as what was read did. */
  readonly estimatedBytes: number;

  constructor(estimatedBytes: number) {
    super(`The zip would have about ${estimatedBytes} bytes.`);
    this.estimatedBytes = estimatedBytes;
  }
}

/** The earliest time a zip can state: the same input then gives the same bytes on any day. */
const FIXED_TIME = new Date(1980, 0, 1);

/**
 * Zips one file in a stream: memory stays flat whatever its size.
 * @param entryName ASCII only, e.g. `SENR 2022-23.txt`
 * @throws ZipTooLarge
 */
export async function writeZip(
  source: Blob,
  entryName: string,
  { signal, onProgress, mostBytes = Number.POSITIVE_INFINITY }: WriteOptions,
): Promise<WrittenZip> {
  let read = 0;
  let written = 0;
  let tooLarge: ZipTooLarge | undefined;
  const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      written += chunk.length;
      if (written > mostBytes) {
        tooLarge = new ZipTooLarge(Math.ceil((written * source.size) / read));
        throw tooLarge;
      }
      controller.enqueue(chunk);
    },
  });
  const collected = new Response(counter.readable, {
    headers: { 'content-type': 'application/zip' },
  }).blob();
  const writer = new ZipWriter(counter.writable, {
    level: 6,
    lastModDate: FIXED_TIME,
    extendedTimestamp: false,
    signal,
  });
  const add = async () => {
    const entry = await writer.add(entryName, new BlobReader(source), {
      onprogress: async (bytesRead) => {
        read = bytesRead;
        onProgress(bytesRead);
      },
    });
    await writer.close();
    return entry;
  };
  const [entry, zip] = await Promise.all([add(), collected]).catch((error: unknown) => {
    throw tooLarge ?? error; // Chromium's other end says only "network error", and says it first
  });
  return {
    zip,
    entryName,
    sourceBytes: entry.uncompressedSize,
    sourceCrc32: entry.signature ?? 0,
  };
}
