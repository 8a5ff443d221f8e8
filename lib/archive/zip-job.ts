import { verifyZip } from './verify-zip.ts';
import { writeZip, ZipTooLarge } from './write-zip.ts';

export interface ZipJob {
  readonly source: Blob;
  /** The name of the one entry, e.g. `SENR 2022-23.txt`. */
  readonly entryName: string;
  /** A larger zip is of no use. */
  readonly mostBytes: number;
}

export type ZipResult =
  | { readonly kind: 'zip'; readonly zip: Blob }
  | { readonly kind: 'too large'; readonly estimatedBytes: number };

/** Writes a zip and proves it. @throws ZipNotProven; then there is nothing to attach. */
export async function zipAndVerify(
  { source, entryName, mostBytes }: ZipJob,
  options: { readonly signal: AbortSignal; readonly onProgress: (bytes: number) => void },
): Promise<ZipResult> {
  try {
    const written = await writeZip(source, entryName, { ...options, mostBytes });
    await verifyZip(written);
    return { kind: 'zip', zip: written.zip };
  } catch (error) {
    if (!(error instanceof ZipTooLarge)) throw error;
    return { kind: 'too large', estimatedBytes: error.estimatedBytes };
  }
}
