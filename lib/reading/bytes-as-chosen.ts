import { sha256Hex } from './sha256.ts';

/**
 * All bytes of something small enough to hold in memory. Firefox reads a file that has grown on the
 * disk to its new end, but a slice of it only to the end that it had when it was chosen. The check
 * reads slices, so this does too.
 * @returns undefined if the file is gone, or changed in a way that the browser refuses to read
 */
export function bytesAsChosen(source: Blob): Promise<ArrayBuffer | undefined> {
  return source
    .slice(0, source.size)
    .arrayBuffer()
    .catch(() => undefined);
}

/** In hex. Undefined where the file can no longer be read. */
export async function sha256AsChosen(source: Blob): Promise<string | undefined> {
  const bytes = await bytesAsChosen(source);
  return bytes && sha256Hex(new Uint8Array(bytes));
}
