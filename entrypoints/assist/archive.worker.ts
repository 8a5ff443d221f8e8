import { doArchiveJob } from '../../lib/archive/archive-job.ts';
import { serveJob } from '../../lib/assist/worker-job.ts';

serveJob(doArchiveJob);
