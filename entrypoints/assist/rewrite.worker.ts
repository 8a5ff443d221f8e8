import { rewriteText } from '../../lib/fixes/rewrite.ts';
import { serveJob } from '../../lib/session/worker-job.ts';

serveJob(rewriteText);
