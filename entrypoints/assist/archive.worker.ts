import { zipAndVerify } from '../../lib/archive/zip-job.ts';
import { serveJob } from '../../lib/assist/worker-job.ts';

serveJob(zipAndVerify);
