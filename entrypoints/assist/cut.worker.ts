import { serveJob } from '../../lib/assist/worker-job.ts';
import { cutText } from '../../lib/fixes/cut-text.ts';

serveJob(cutText);
