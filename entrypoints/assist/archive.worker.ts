import { doArchiveJob } from '../../lib/archive/archive-job.ts';
import { serveJob } from '../../lib/session/worker-job.ts';

serveJob(doArchiveJob);
