import { cutText } from '../../lib/archive/cut-text.ts';
import { serveJob } from '../../lib/assist/worker-job.ts';

serveJob(cutText);
