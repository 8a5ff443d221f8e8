import {
  BlobReader,
  BlobWriter,
  configure,
  ZipWriter,
} from '@zip.js/zip.js/lib/zip-core-native.js';

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

/** The earliest time a zip can state: the same input then gives the same bytes on any day. */
const FIXED_TIME = new Date(1980, 0, 1);

/**
 * Zips one file in a stream: memory stays flat whatever its size.
 * @param entryName ASCII only, e.g. `SENR 2022-23.txt`
 * @param onProgress called with the source bytes read so far
 */
export async function writeZip(
  source: Blob,
  entryName: string,
  options: { readonly signal: AbortSignal; readonly onProgress: (bytesRead: number) => void },
): Promise<WrittenZip> {
  const writer = new ZipWriter(new BlobWriter('application/zip'), {
    level: 6,
    lastModDate: FIXED_TIME,
    extendedTimestamp: false,
    signal: options.signal,
  });
  const entry = await writer.add(entryName, new BlobReader(source), {
    onprogress: async (bytesRead) => options.onProgress(bytesRead),
  });
  return {
    zip: await writer.close(),
    entryName,
    sourceBytes: entry.uncompressedSize,
    sourceCrc32: entry.signature ?? 0,
  };
}
