import type { Source } from '../reading/source.ts';
import type { WrittenZip } from './write-zip.ts';
import { writeZip, ZipTooLarge } from './write-zip.ts';

export interface ZipJob {
  readonly source: Source;
  /** The name of the only entry, e.g. `SENR 2022-23.txt`. */
  readonly entryName: string;
  /** The work stops when the zip grows past this size. */
  readonly mostBytes: number;
}

/** The zip is not proven yet: verify-zip.ts does that. */
export type ZipResult =
  | { readonly kind: 'zip'; readonly written: WrittenZip }
  | { readonly kind: 'too large'; readonly estimatedBytes: number };

/** @throws SourceChanged */
export async function zipWithin(
  { source, entryName, mostBytes }: ZipJob,
  options: { readonly signal: AbortSignal; readonly onProgress: (bytes: number) => void },
): Promise<ZipResult> {
  try {
    return { kind: 'zip', written: await writeZip(source, entryName, { ...options, mostBytes }) };
  } catch (error) {
    if (!(error instanceof ZipTooLarge)) throw error;
    return { kind: 'too large', estimatedBytes: error.estimatedBytes };
  }
}
