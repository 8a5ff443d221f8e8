import { inspectChosenFile } from '../../lib/inspection/inspect-chosen-file.ts';
import { serveJob } from '../../lib/session/worker-job.ts';

serveJob(inspectChosenFile);
