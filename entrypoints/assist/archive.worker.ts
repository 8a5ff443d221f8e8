import type { ArchiveJob } from '../../lib/archive/archive-job.ts';
import { takeOutOfZip } from '../../lib/archive/take-out.ts';
import { zipAndVerify } from '../../lib/archive/zip-job.ts';
import type { JobOptions } from '../../lib/assist/worker-job.ts';
import { serveJob } from '../../lib/assist/worker-job.ts';

/** Both in one worker, so that the library they share is shipped once. */
serveJob<ArchiveJob, unknown>((job, options: JobOptions) =>
  job.kind === 'zip' ? zipAndVerify(job, options) : takeOutOfZip(job.zip, options),
);
