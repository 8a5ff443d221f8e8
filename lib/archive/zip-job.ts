import { verifyZip } from './verify-zip.ts';
import { writeZip } from './write-zip.ts';

export interface ZipJob {
  readonly source: Blob;
  /** The name of the one entry, e.g. `SENR 2022-23.txt`. */
  readonly entryName: string;
}

/** Writes a zip and proves it. @throws ZipNotProven; then there is nothing to attach. */
export async function zipAndVerify(
  { source, entryName }: ZipJob,
  options: { readonly signal: AbortSignal; readonly onProgress: (bytes: number) => void },
): Promise<Blob> {
  const written = await writeZip(source, entryName, options);
  await verifyZip(written);
  return written.zip;
}
