import { takeOutOfZip } from './take-out.ts';
import { verifyZip } from './verify-zip.ts';
import type { WrittenZip } from './write-zip.ts';
import type { ZipJob } from './zip-job.ts';
import { zipWithin } from './zip-job.ts';

/**
 * The work of the archive worker. It answers with a `ZipResult`, the SHA-256 of the proven zip, or
 * a `TakeOutResult`. One worker does all three jobs, so the browser ships, loads and compiles their
 * shared libraries once.
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
