import { doCutterJob } from '../../lib/fixes/cutter-job.ts';
import { serveJob } from '../../lib/session/worker-job.ts';

serveJob(doCutterJob);
