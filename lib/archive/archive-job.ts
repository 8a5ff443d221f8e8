import { takeOutOfZip } from './take-out.ts';
import { verifyZip } from './verify-zip.ts';
import type { WrittenZip } from './write-zip.ts';
import type { ZipJob } from './zip-job.ts';
import { zipWithin } from './zip-job.ts';

/**
 * What the archive worker does. It answers with a `ZipResult`, with the SHA-256 of the proven zip, or
 * with a `TakeOutResult`. One worker does all three, so that the libraries they share are shipped,
 * loaded and compiled once.
 */
export type ArchiveJob =
  | ({ readonly kind: 'zip' } & ZipJob)
  | { readonly kind: 'prove'; readonly written: WrittenZip }
  | { readonly kind: 'take out'; readonly zip: Blob };

export function doArchiveJob(
  job: ArchiveJob,
  options: { readonly signal: AbortSignal; readonly onProgress: (bytes: number) => void },
): Promise<unknown> {
  switch (job.kind) {
    case 'zip':
      return zipWithin(job, options);
    case 'prove':
      return verifyZip(job.written);
    case 'take out':
      return takeOutOfZip(job.zip, options);
  }
}
