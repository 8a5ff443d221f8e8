import type { CopyJob } from './copy-source.ts';
import { copySource } from './copy-source.ts';
import type { CutByYearJob } from './cut-by-year.ts';
import { cutByYear } from './cut-by-year.ts';
import type { CutJob } from './cut-text.ts';
import { cutText } from './cut-text.ts';

/** The work of the cut worker. It answers with the cuts of a text, a `CutByYear` or a `MadeFile`. */
export type CutterJob =
  | ({ readonly kind: 'cut' } & CutJob)
  | ({ readonly kind: 'cut by year' } & CutByYearJob)
  | ({ readonly kind: 'copy' } & CopyJob);

export function doCutterJob(
  job: CutterJob,
  options: { readonly signal: AbortSignal; readonly onProgress: (bytes: number) => void },
): Promise<unknown> {
  switch (job.kind) {
    case 'cut':
      return cutText(job, options);
    case 'cut by year':
      return cutByYear(job, options);
    case 'copy':
      return copySource(job, options);
  }
}
