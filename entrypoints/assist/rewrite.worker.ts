import { serveJob } from '../../lib/assist/worker-job.ts';
import { rewriteText } from '../../lib/fixes/rewrite.ts';

serveJob(rewriteText);
