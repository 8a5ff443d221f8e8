import type { ZipJob } from './zip-job.ts';

/** What the archive worker does: answered with a `ZipResult` or a `TakeOutResult`. */
export type ArchiveJob =
  | ({ readonly kind: 'zip' } & ZipJob)
  | { readonly kind: 'take out'; readonly zip: Blob };
