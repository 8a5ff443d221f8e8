import type { UsersEntry, ZipRefusal } from './open-users-zip.ts';
import { openUsersZip, RefusedZip } from './open-users-zip.ts';

/** One file from a zip. */
export interface TakenOut {
  /** Without its folders. */
  readonly name: string;
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
    for (const entry of await openUsersZip(zip)) {
      if (isClutter(entry.name)) continue;
      files.push({ name: baseName(entry.name), blob: await inflated(entry, signal) });
    }
    return { kind: 'taken out', files };
  } catch (error) {
    if (error instanceof RefusedZip) return { kind: 'refused', reason: error.reason };
    throw error;
  }
}

/** macOS and Windows add these to the files that a person zips. */
function isClutter(path: string): boolean {
  const name = baseName(path);
  const isHidden = path.split('/').some((folder) => folder.startsWith('.'));
  return isHidden || path.startsWith('__MACOSX/') || /^(Thumbs\.db|desktop\.ini)$/i.test(name);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
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
