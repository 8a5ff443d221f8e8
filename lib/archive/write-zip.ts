import type { Source } from '../reading/source.ts';
import { sizeOfSource } from '../reading/source.ts';
import { deflate } from './deflate.ts';
import { zipOfOne } from './zip-records.ts';

/**
 * A written zip, and what was counted while its source was read. verify-zip.ts proves the zip with
 * it.
 */
export interface WrittenZip {
  readonly zip: Blob;
  readonly entryName: string;
  /** The number of bytes and the CRC-32, taken while the source was read. */
  readonly sourceBytes: number;
  readonly sourceCrc32: number;
}

export interface WriteOptions {
  readonly signal: AbortSignal;
  /** Called with the source bytes read so far. */
  readonly onProgress: (bytesRead: number) => void;
  /** Absent: no limit. */
  readonly mostBytes?: number | undefined;
}

/** The zip grew past `mostBytes`, so the work stopped. Part of the source may be unread. */
export class ZipTooLarge extends Error {
  override readonly name = 'ZipTooLarge';
  /** The size of the full zip, if the rest shrinks like the part that was read. */
  readonly estimatedBytes: number;

  constructor(estimatedBytes: number) {
    super(`The zip would have about ${estimatedBytes} bytes.`);
    this.estimatedBytes = estimatedBytes;
  }
}

/**
 * Zips one source in a stream. Memory stays flat at any size.
 * @param entryName ASCII only, e.g. `SENR 2022-23.txt`
 * @throws SourceChanged, ZipTooLarge, or a RangeError for a source of 4 GiB or more
 */
export async function writeZip(
  source: Source,
  entryName: string,
  { signal, onProgress, mostBytes = Number.POSITIVE_INFINITY }: WriteOptions,
): Promise<WrittenZip> {
  const { data, bytes, crc32 } = await deflate(source, {
    signal,
    onProgress(read, written) {
      if (written > mostBytes) {
        throw new ZipTooLarge(Math.ceil((written * sizeOfSource(source)) / read));
      }
      onProgress(read);
    },
  });
  const zip = zipOfOne({ name: entryName, data, bytes, crc32 });
  if (zip.size > mostBytes) throw new ZipTooLarge(zip.size);
  return { zip, entryName, sourceBytes: bytes, sourceCrc32: crc32 };
}
