import { writeZip } from '../../../lib/archive/write-zip.ts';
import type { Source } from '../../../lib/reading/source.ts';
import type { JobOptions } from '../../../lib/session/worker-job.ts';
import { serveJob } from '../../../lib/session/worker-job.ts';
import { holdUntilEnd } from './worker-life.ts';
import type { Zipped } from './zip-runs.ts';

holdUntilEnd();

serveJob(async (source: Source, options: JobOptions): Promise<Zipped> => {
  const { zip } = await writeZip(source, 'SENR 2022-23.txt', options);
  return { bytes: zip.size };
});
