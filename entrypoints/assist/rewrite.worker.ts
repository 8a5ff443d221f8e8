import type { JobOptions } from '../../lib/assist/worker-job.ts';
import { serveJob } from '../../lib/assist/worker-job.ts';
import type { Rewrite } from '../../lib/fixes/rewrite.ts';
import { rewriteText } from '../../lib/fixes/rewrite.ts';

interface RewriteJob {
  readonly source: Blob;
  readonly rewrite: Rewrite;
}

serveJob(({ source, rewrite }: RewriteJob, options: JobOptions) =>
  rewriteText(source, rewrite, options),
);
