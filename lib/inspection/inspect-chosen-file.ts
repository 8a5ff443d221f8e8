import type { RefusedZip, ZipRefusal } from '../archive/open-users-zip.ts';
import { LARGEST_UPLOAD_BYTES } from '../calpads/limits.ts';
import type { InspectOptions } from './inspect.ts';
import { inspectFile, inspectStream } from './inspect.ts';
import type { ArchiveFacts, Inspection } from './inspection.ts';

/** Looks at one chosen file, and inside it when it is a zip. */
export async function inspectChosenFile(file: File, options: InspectOptions): Promise<Inspection> {
  try {
    const facts = await inspectFile(file, options);
    if (facts.container !== 'zip') return { kind: 'text', facts };
    return { kind: 'archive', facts, archive: await inspectArchive(file, options) };
  } catch (error) {
    options.signal.throwIfAborted();
    return { kind: 'unreadable', reason: isGone(error) ? 'gone' : 'unreadable' };
  }
}

/** A second look inside is worth it only where the zip may go as it is: small enough, one entry. */
async function inspectArchive(file: File, { signal }: InspectOptions): Promise<ArchiveFacts> {
  try {
    // Only now: most files are no zips, and a worker that has less to load starts sooner.
    const { openUsersZip } = await import('../archive/open-users-zip.ts');
    const entries = await openUsersZip(file);
    const mayGo = entries.length === 1 && file.size <= LARGEST_UPLOAD_BYTES;
    const inspected = entries.map(async ({ name, chunks }) =>
      mayGo ? { name, facts: await inspectStream(chunks(signal), { signal }) } : { name },
    );
    return { entries: await Promise.all(inspected) };
  } catch (error) {
    signal.throwIfAborted();
    return { damage: reasonOf(error), entries: [] };
  }
}

/** The class of the error is in the part that is loaded only for zips. */
function reasonOf(error: unknown): ZipRefusal {
  const isRefusal = error instanceof Error && error.name === 'RefusedZip';
  return isRefusal ? (error as RefusedZip).reason : 'damaged';
}

/**
 * A deleted file is a NotFoundError in Chromium and an AbortError in Firefox; our own aborts were
 * told apart before. One that was written to since is a NotReadableError.
 */
function isGone(error: unknown): boolean {
  return error instanceof DOMException && ['NotFoundError', 'AbortError'].includes(error.name);
}
