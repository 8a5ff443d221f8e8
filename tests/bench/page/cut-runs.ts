import CutWorker from '../../../entrypoints/assist/cut.worker.ts?worker';
import type { SchoolYear } from '../../../lib/calpads/school-year.ts';
import type { CutByYear } from '../../../lib/fixes/cut-by-year.ts';
import type { CutterJob } from '../../../lib/fixes/cutter-job.ts';
import type { Source } from '../../../lib/reading/source.ts';
import { sizeOfSource } from '../../../lib/reading/source.ts';
import { Workers } from '../../../lib/session/worker-job.ts';
import BareWorker from './bare.worker.ts?worker';
import CopyWorker from './copy.worker.ts?worker';
import type { Zipped } from './zip-runs.ts';

/**
 * `by year`: the assistant. `read+zip`: reads the same bytes and writes them compressed, which is
 * what the assistant writes. `read+write`: reads the same bytes and writes them as they are.
 */
export type CutRun = 'by year' | 'read+zip' | 'read+write';

const YARDSTICKS: Readonly<Record<Exclude<CutRun, 'by year'>, Workers<Blob>>> = {
  'read+zip': new Workers(() => new BareWorker()),
  'read+write': new Workers(() => new CopyWorker()),
};
const cutters = new Workers<CutterJob>(() => new CutWorker());

/** @returns the lines that were read, if the file was cut */
export async function cutOnce(
  run: CutRun,
  source: Source,
  years: readonly SchoolYear[],
): Promise<number | undefined> {
  const options = { signal: new AbortController().signal, onProgress: () => {} };
  if (run !== 'by year') {
    await YARDSTICKS[run].run<Zipped>(source.blob, options);
    return undefined;
  }
  const { account } = await cutters.run<CutByYear>(
    {
      kind: 'cut by year',
      source: { kind: 'text', source },
      bytes: sizeOfSource(source),
      encoding: 'ascii',
      fileType: 'SENR',
      years,
    },
    options,
  );
  return account.lines;
}
