import type { UsersEntry, ZipRefusal } from './open-users-zip.ts';
import { openUsersZip, RefusedZip } from './open-users-zip.ts';

/** One file from a zip. */
export interface TakenOut {
  /** Without its folders. */
  readonly name: string;
  /** Its folders in the zip, outermost first. */
  readonly folders: readonly string[];
  readonly blob: Blob;
}

export type TakeOutResult =
  | { readonly kind: 'taken out'; readonly files: readonly TakenOut[] }
  | { readonly kind: 'refused'; readonly reason: ZipRefusal };

/**
 * Takes all files out of a person's zip, or none. Each file becomes its own Blob, so later changes
 * to the zip do not touch it. The files go through streams, so the browser keeps them outside this
 * worker's memory. Files that operating systems add to zips are left out.
 */
export async function takeOutOfZip(
  zip: Blob,
  { signal }: { readonly signal: AbortSignal },
): Promise<TakeOutResult> {
  try {
    const files: TakenOut[] = [];
    const { entries } = await openUsersZip(zip);
    for (const entry of entries) {
      const [name = '', ...folders] = entry.path.toReversed();
      files.push({ name, folders: folders.toReversed(), blob: await inflated(entry, signal) });
    }
    return { kind: 'taken out', files };
  } catch (error) {
    if (error instanceof RefusedZip) return { kind: 'refused', reason: error.reason };
    throw error;
  }
}

function inflated(entry: UsersEntry, signal: AbortSignal): Promise<Blob> {
  const chunks = entry.chunks(signal)[Symbol.asyncIterator]();
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  return new Response(stream).blob();
}
