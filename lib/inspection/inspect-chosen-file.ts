import type { RefusedZip } from '../archive/open-users-zip.ts';
import { LARGEST_UPLOAD_BYTES } from '../calpads/limits.ts';
import { blocksOfFile } from '../reading/blocks.ts';
import { documentOf } from './document-entries.ts';
import type { Container } from './file-facts.ts';
import { FIRST_BYTES, readFirstBytes } from './first-bytes.ts';
import type { InspectOptions } from './inspect.ts';
import { inspectBlocks, inspectFile, inspectStream } from './inspect.ts';
import type { ArchiveFacts, Inspection } from './inspection.ts';

/**
 * Inspects one chosen file. For a zip, it also looks inside. It reads a zip up to the size limit
 * only once, so its facts, content hash and entries come from the same bytes, even if someone edits
 * the file meanwhile. It only lists a larger zip. Each file taken out of a zip is inspected later.
 */
export async function inspectChosenFile(file: File, options: InspectOptions): Promise<Inspection> {
  try {
    const copy: Blob[] = [];
    const isSmall = file.size <= LARGEST_UPLOAD_BYTES;
    const { facts, blockHashes } = isSmall
      ? await inspectBlocks(keepZip(blocksOfFile(file, options.signal), copy), options)
      : await inspectFile(file, options);
    if (facts.container !== 'zip') return { kind: 'text', facts, blockHashes };
    const archive = isSmall
      ? await inspectArchive(new Blob(copy), 'one entry', options)
      : await inspectArchive(file, 'names only', options);
    if (typeof archive !== 'string') return { kind: 'archive', facts, archive };
    return { kind: 'text', facts: { ...facts, container: archive }, blockHashes };
  } catch (error) {
    options.signal.throwIfAborted();
    return { kind: 'unreadable', reason: isGone(error) ? 'gone' : 'unreadable' };
  }
}

/** Passes on the blocks of a file. If the file is a zip, also copies them to `copy`. */
async function* keepZip(
  blocks: AsyncIterable<Uint8Array<ArrayBuffer>>,
  copy: Blob[],
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let isZip: boolean | undefined;
  for await (const block of blocks) {
    isZip ??= readFirstBytes(block.subarray(0, FIRST_BYTES)).container === 'zip';
    if (isZip) copy.push(new Blob([block]));
    yield block;
  }
}

/**
 * @param look `one entry`: inspects the entry if there is only one, because the zip may go as it is
 * @returns what kind of document the zip is, if its entries show that it is one
 */
async function inspectArchive(
  zip: Blob,
  look: 'one entry' | 'names only',
  { signal }: InspectOptions,
): Promise<ArchiveFacts | Container> {
  try {
    // Loaded only now: most files are not zips, and a worker with less to load starts sooner.
    const { openUsersZip } = await import('../archive/open-users-zip.ts');
    const { entries, isUnusual } = await openUsersZip(zip);
    const document = documentOf(entries.map(({ name }) => name));
    if (document) return document;
    const isInspected = entries.length === 1 && look === 'one entry';
    const inspected = entries.map(async ({ name, chunks }) =>
      isInspected
        ? { name, facts: (await inspectStream(chunks(signal), { signal })).facts }
        : { name },
    );
    return { entries: await Promise.all(inspected), ...(isUnusual && { isUnusual }) };
  } catch (error) {
    signal.throwIfAborted();
    const { reason, names } = refusalIn(error);
    return documentOf(names) ?? { damage: reason, entries: [] };
  }
}

/** Checks the name, because the error's class is in the part that loads only for zips. */
function refusalIn(error: unknown): Pick<RefusedZip, 'reason' | 'names'> {
  const isRefusal = error instanceof Error && error.name === 'RefusedZip';
  return isRefusal ? (error as RefusedZip) : { reason: 'damaged', names: [] };
}

/**
 * A deleted file gives a NotFoundError in Chromium and an AbortError in Firefox. The caller has
 * ruled out our own aborts. A file that was written to gives a NotReadableError in Chromium.
 */
function isGone(error: unknown): boolean {
  return error instanceof DOMException && ['NotFoundError', 'AbortError'].includes(error.name);
}
