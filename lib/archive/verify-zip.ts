import { openZip } from './read-zip.ts';
import type { WrittenZip } from './write-zip.ts';

/** The archive does not match the bytes that were read, so it must not be attached. */
export class ZipNotProven extends Error {
  override name = 'ZipNotProven';
}

/**
 * Opens a written zip with an independent implementation and inflates its entry in full. Compares
 * the number of entries, the name, the length and the CRC-32 with what was read.
 * @returns the standard SHA-256, in hex, of the proven bytes
 */
export async function verifyZip(written: WrittenZip): Promise<string> {
  const { entries, sha256 } = await openZip(written.zip).catch((error: unknown) => {
    throw new ZipNotProven(`The zip could not be opened again: ${String(error)}`);
  });
  const [entry, ...others] = entries;
  const isProven =
    others.length === 0 &&
    entry?.name === written.entryName &&
    entry.bytes === written.sourceBytes &&
    entry.crc32 === (written.sourceCrc32 | 0);
  if (!isProven) throw new ZipNotProven('The zip does not match the file it was made from.');
  return sha256;
}
