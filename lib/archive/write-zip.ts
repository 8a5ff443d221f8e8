import { deflate } from './deflate.ts';
import { zipOfOne } from './zip-records.ts';

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
  /** As large as a zip can be when absent. */
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

/**
 * Zips one file in a stream: memory stays flat whatever its size.
 * @param entryName ASCII only, e.g. `SENR 2022-23.txt`
 * @throws ZipTooLarge, or a RangeError for a source of 4 GiB or more whose zip is small enough
 */
export async function writeZip(
  source: Blob,
  entryName: string,
  { signal, onProgress, mostBytes = Number.POSITIVE_INFINITY }: WriteOptions,
): Promise<WrittenZip> {
  const { data, bytes, crc32 } = await deflate(source, {
    signal,
    onProgress(read, written) {
      if (written > mostBytes) throw new ZipTooLarge(Math.ceil((written * source.size) / read));
      onProgress(read);
    },
  });
  const zip = zipOfOne({ name: entryName, data, bytes, crc32 });
  if (zip.size > mostBytes) throw new ZipTooLarge(zip.size);
  return { zip, entryName, sourceBytes: bytes, sourceCrc32: crc32 };
}
