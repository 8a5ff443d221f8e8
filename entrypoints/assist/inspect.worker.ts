import { serveJob } from '../../lib/assist/worker-job.ts';
import { inspectChosenFile } from '../../lib/inspection/inspect-chosen-file.ts';

serveJob(inspectChosenFile);
