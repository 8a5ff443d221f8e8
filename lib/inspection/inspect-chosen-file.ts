import type { RefusedZip, ZipRefusal } from '../archive/open-users-zip.ts';
import { LARGEST_UPLOAD_BYTES } from '../calpads/limits.ts';
import { blocksOfFile } from '../reading/blocks.ts';
import { FIRST_BYTES, readFirstBytes } from './first-bytes.ts';
import type { InspectOptions } from './inspect.ts';
import { inspectBlocks, inspectFile, inspectStream } from './inspect.ts';
import type { ArchiveFacts, Inspection } from './inspection.ts';

/**
 * Looks at one chosen file, and inside it when it is a zip. A zip that may go as it is is read once:
 * its facts, its content hash and its entries are all of the same bytes, whoever edits it meanwhile.
 * A larger zip is only listed here. Each file that is taken out of it is inspected later.
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
    return { kind: 'archive', facts, archive };
  } catch (error) {
    options.signal.throwIfAborted();
    return { kind: 'unreadable', reason: isGone(error) ? 'gone' : 'unreadable' };
  }
}

/** Passes the blocks of a file on, and copies them to `copy` if the file is a zip. */
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

/** @param look `one entry`: looks inside where there is only one, since the zip may go as it is. */
async function inspectArchive(
  zip: Blob,
  look: 'one entry' | 'names only',
  { signal }: InspectOptions,
): Promise<ArchiveFacts> {
  try {
    // Loaded only now: most files are no zips, and a worker that has less to load starts sooner.
    const { openUsersZip } = await import('../archive/open-users-zip.ts');
    const entries = await openUsersZip(zip);
    const isInspected = entries.length === 1 && look === 'one entry';
    const inspected = entries.map(async ({ name, chunks }) =>
      isInspected
        ? { name, facts: (await inspectStream(chunks(signal), { signal })).facts }
        : { name },
    );
    return { entries: await Promise.all(inspected) };
  } catch (error) {
    signal.throwIfAborted();
    return { damage: reasonOf(error), entries: [] };
  }
}

/** Goes by the name: the error's class is in the part that is loaded only for zips. */
function reasonOf(error: unknown): ZipRefusal {
  const isRefusal = error instanceof Error && error.name === 'RefusedZip';
  return isRefusal ? (error as RefusedZip).reason : 'damaged';
}

/**
 * A deleted file gives a NotFoundError in Chromium and an AbortError in Firefox; the caller has ruled
 * out our own aborts. A file that was written to gives a NotReadableError in Chromium.
 */
function isGone(error: unknown): boolean {
  return error instanceof DOMException && ['NotFoundError', 'AbortError'].includes(error.name);
}
