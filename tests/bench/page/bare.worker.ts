import { serveJob } from '../../../lib/session/worker-job.ts';
import type { Zipped } from './zip-runs.ts';

serveJob(deflate);

/** The yardstick: only the browser's own deflate. It makes no zip. */
async function deflate(source: Blob): Promise<Zipped> {
  const deflated = source.stream().pipeThrough(new CompressionStream('deflate-raw'));
  return { bytes: (await new Response(deflated).blob()).size };
}
