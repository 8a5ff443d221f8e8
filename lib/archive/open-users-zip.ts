import type { FileEntry } from '@zip.js/zip.js/lib/zip-core-native.js';
import {
  BlobReader,
  configure,
  ERR_AMBIGUOUS_ARCHIVE,
  ERR_ENCRYPTED,
  ERR_OVERLAPPING_ENTRY,
  ERR_SPLIT_ZIP_FILE,
  ERR_UNSAFE_FILENAME,
  ZipReader,
} from '@zip.js/zip.js/lib/zip-core-native.js';
import { isClutter, isFolderName, pathOfEntry } from './entry-path.ts';
import type { PackingMethod } from './packing-methods.ts';
import { isUsualMethod, unreadableMethod } from './packing-methods.ts';

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
  | 'split'
  | PackingMethod
  | 'bomb';

export class RefusedZip extends Error {
  override readonly name = 'RefusedZip';
  readonly reason: ZipRefusal;
  /** The stored names of the entries, as far as they were listed. */
  readonly names: readonly string[];

  constructor(reason: ZipRefusal, names: readonly string[] = []) {
    super(reason);
    this.reason = reason;
    this.names = names;
  }
}

export interface UsersZip {
  /** The person's files, without what an operating system added. */
  readonly entries: readonly UsersEntry[];
  /**
   * Something was added to the person's files, or a file is packed in a way that not every program
   * reads. Such a zip does not go to the site as it is.
   */
  readonly isUnusual: boolean;
}

export interface UsersEntry {
  /** As stored. */
  readonly name: string;
  /** Its folders and its name, see entry-path.ts. */
  readonly path: readonly string[];
  /**
   * The inflated bytes, chunk by chunk. Their number and CRC-32 are compared with the stored ones.
   * @throws RefusedZip
   */
  chunks(signal: AbortSignal): AsyncIterable<Uint8Array>;
}

/** Of the person's files. All the years and types of a district are 35. */
const MOST_FILES = 50;
/** Of all entries: the Finder adds one to each file and folder. */
const MOST_ENTRIES = 500;
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
export async function openUsersZip(zip: Blob): Promise<UsersZip> {
  const all = await listFiles(zip);
  const files = all.filter(({ filename }) => !isClutter(pathOfEntry(filename)));
  const reason = reasonToRefuse(all, files);
  if (reason) throw new RefusedZip(reason, files.map(nameOf));
  return {
    entries: files.map((entry) => ({
      name: entry.filename,
      path: pathOfEntry(entry.filename),
      chunks: (signal) => chunksOf(entry, signal),
    })),
    isUnusual: files.length < all.length || !files.every(isUsualMethod),
  };
}

async function listFiles(zip: Blob): Promise<FileEntry[]> {
  const files: FileEntry[] = [];
  try {
    const reader = new ZipReader(new BlobReader(zip), {
      strictness: 'strict',
      filenameValidation: 'balanced', // `./` and `//` part folders
    });
    let count = 0;
    for await (const entry of reader.getEntriesGenerator()) {
      count += 1;
      if (count > MOST_ENTRIES) throw new RefusedZip('too many entries', files.map(nameOf));
      if (!entry.directory && !isFolderName(entry.filename)) files.push(entry);
    }
  } catch (error) {
    throw refusalOf(error);
  }
  return files;
}

/**
 * @param all with what an operating system added, none of which is ever inflated
 * @param files the person's
 */
function reasonToRefuse(
  all: readonly FileEntry[],
  files: readonly FileEntry[],
): ZipRefusal | undefined {
  const names = all.map(nameOf);
  const places = names.map((name) => pathOfEntry(name).join('/').toLowerCase());
  if (names.some(isUnsafe)) return 'unsafe name';
  if (new Set(places).size < places.length) return 'same name twice';
  if (files.length > MOST_FILES) return 'too many entries';
  if (files.some(({ encrypted }) => encrypted)) return 'encrypted';
  if (files.some(({ filename }) => ARCHIVE_NAME.test(filename))) return 'zip in zip';
  if (isOverlapping(all)) return 'overlapping entries';
  return files.map(unreadableMethod).find(Boolean) ?? (isBomb(files) ? 'bomb' : undefined);
}

function nameOf({ filename }: FileEntry): string {
  return filename;
}

/**
 * A path that goes up a folder or starts at the root, a drive letter, a NUL: no CALPADS text has
 * such a name.
 */
function isUnsafe(name: string): boolean {
  return /^[/\\]|^[A-Za-z]:|\0/.test(name) || pathOfEntry(name).includes('..');
}

const ARCHIVE_NAME = /\.(zip|zipx|gz|tgz|7z|rar|tar|bz2|xz|zst)$/i;

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
  [ERR_SPLIT_ZIP_FILE]: 'split',
  [ERR_UNSAFE_FILENAME]: 'unsafe name',
};

function refusalOf(error: unknown): RefusedZip {
  if (error instanceof RefusedZip) return error;
  const message = error instanceof Error ? error.message : '';
  return new RefusedZip(REASONS[message] ?? 'damaged');
}
