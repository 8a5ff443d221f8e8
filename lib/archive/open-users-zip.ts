import type { FileEntry } from '@zip.js/zip.js/lib/zip-core-native.js';
import {
  BlobReader,
  configure,
  ERR_AMBIGUOUS_ARCHIVE,
  ERR_ENCRYPTED,
  ERR_OVERLAPPING_ENTRY,
  ERR_UNSAFE_FILENAME,
  ZipReader,
} from '@zip.js/zip.js/lib/zip-core-native.js';

/** zip.js loads its own workers from blob addresses, which the extension's CSP forbids. */
configure({ useWebWorkers: false, useCompressionStream: true });

/**
 * Why a person's zip is not opened. Either nothing in it was inflated, or no more than is allowed.
 */
export type ZipRefusal =
  | 'damaged'
  | 'two readings'
  | 'overlapping entries'
  | 'too many entries'
  | 'encrypted'
  | 'unsafe name'
  | 'same name twice'
  | 'zip in zip'
  | 'bomb';

export class RefusedZip extends Error {
  override readonly name = 'RefusedZip';
  readonly reason: ZipRefusal;

  constructor(reason: ZipRefusal) {
    super(reason);
    this.reason = reason;
  }
}

export interface UsersEntry {
  readonly name: string;
  /**
   * The inflated bytes, chunk by chunk. Their number and CRC-32 are compared with the stored ones.
   * @throws RefusedZip
   */
  chunks(signal: AbortSignal): AsyncIterable<Uint8Array>;
}

const MOST_ENTRIES = 50;
const MOST_BYTES = 2_000_000_000;
/**
 * Extracts shrink to a quarter or a tenth. Data that shrinks more than 200 times was made for that.
 */
const HIGHEST_RATIO = 200;

/**
 * Reads the list of a zip's entries without inflating any. Refuses a zip that is damaged, that two
 * programs would read differently, or that would do harm when unpacked.
 * @throws RefusedZip
 */
export async function openUsersZip(zip: Blob): Promise<UsersEntry[]> {
  const files: FileEntry[] = [];
  try {
    const reader = new ZipReader(new BlobReader(zip), { strictness: 'strict' });
    let count = 0;
    for await (const entry of reader.getEntriesGenerator()) {
      count += 1;
      if (count > MOST_ENTRIES) throw new RefusedZip('too many entries');
      if (!entry.directory) files.push(entry);
    }
  } catch (error) {
    throw refusalOf(error);
  }
  const names = files.map(({ filename }) => filename);
  if (names.some(isUnsafe)) throw new RefusedZip('unsafe name');
  if (new Set(names.map((name) => name.toLowerCase())).size < names.length) {
    throw new RefusedZip('same name twice');
  }
  if (files.some(({ encrypted }) => encrypted)) throw new RefusedZip('encrypted');
  if (names.some((name) => ARCHIVE_NAME.test(name))) throw new RefusedZip('zip in zip');
  if (isOverlapping(files)) throw new RefusedZip('overlapping entries');
  if (isBomb(files)) throw new RefusedZip('bomb');
  return files.map((entry) => ({
    name: entry.filename,
    chunks: (signal) => chunksOf(entry, signal),
  }));
}

/**
 * A path that goes up a folder or starts at the root, a drive letter, a backslash, a NUL: no
 * CALPADS text has such a name.
 */
function isUnsafe(name: string): boolean {
  return /^[/\\]|^[A-Za-z]:|[\\\0]/.test(name) || name.split('/').includes('..');
}

const ARCHIVE_NAME = /\.(zip|gz|tgz|7z|rar|tar|bz2|xz)$/i;

/**
 * Each entry's bytes begin after those of the entry before it. The header between them is at least
 * 30 bytes.
 */
function isOverlapping(files: readonly FileEntry[]): boolean {
  const inOrder = files.toSorted((a, b) => a.offset - b.offset);
  return inOrder.some((entry, at) => {
    const next = inOrder[at + 1];
    return next && entry.offset + 30 + entry.compressedSize > next.offset;
  });
}

function isBomb(files: readonly FileEntry[]): boolean {
  const inflated = files.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  return (
    inflated > MOST_BYTES ||
    files.some(
      ({ compressedSize, uncompressedSize }) => uncompressedSize > compressedSize * HIGHEST_RATIO,
    )
  );
}

async function* chunksOf(entry: FileEntry, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  let inflated = 0;
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      inflated += chunk.length;
      // The stored size may be a lie, so no more than that is inflated.
      if (inflated > entry.uncompressedSize) throw new RefusedZip('bomb');
      controller.enqueue(chunk);
    },
  });
  const written = entry
    .getData(writable, { signal, checkSignature: true, checkOverlappingEntry: true })
    .then(
      () => undefined,
      (error: unknown) => {
        // If the entry is refused before its first byte, nothing else ends the stream.
        writable.abort(error).catch(() => {});
        return error;
      },
    );
  try {
    for await (const chunk of readable) yield chunk;
  } catch (error) {
    signal.throwIfAborted();
    throw refusalOf((await written) ?? error);
  }
  const failure = await written;
  signal.throwIfAborted();
  if (failure !== undefined) throw refusalOf(failure);
  if (inflated !== entry.uncompressedSize) throw new RefusedZip('damaged');
}

const REASONS: Readonly<Record<string, ZipRefusal>> = {
  [ERR_AMBIGUOUS_ARCHIVE]: 'two readings',
  [ERR_ENCRYPTED]: 'encrypted',
  [ERR_OVERLAPPING_ENTRY]: 'overlapping entries',
  [ERR_UNSAFE_FILENAME]: 'unsafe name',
};

function refusalOf(error: unknown): RefusedZip {
  if (error instanceof RefusedZip) return error;
  const message = error instanceof Error ? error.message : '';
  return new RefusedZip(REASONS[message] ?? 'damaged');
}
