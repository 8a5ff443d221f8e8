import { serveJob } from '../../../lib/session/worker-job.ts';
import type { Zipped } from './zip-runs.ts';

serveJob(copy);

/** The yardstick without compression: reads the file and writes the same bytes. */
async function copy(source: Blob): Promise<Zipped> {
  return { bytes: (await new Response(source.stream()).blob()).size };
}
