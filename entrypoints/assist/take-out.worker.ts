import { takeOutOfZip } from '../../lib/archive/take-out.ts';
import { serveJob } from '../../lib/assist/worker-job.ts';

serveJob(takeOutOfZip);
