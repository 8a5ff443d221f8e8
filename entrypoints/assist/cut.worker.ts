import { cutText } from '../../lib/fixes/cut-text.ts';
import { serveJob } from '../../lib/session/worker-job.ts';

serveJob(cutText);
