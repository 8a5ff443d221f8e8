import ArchiveWorker from '../../../entrypoints/assist/archive.worker.ts?worker';
import CutWorker from '../../../entrypoints/assist/cut.worker.ts?worker';
import type { ArchiveJob } from '../../../lib/archive/archive-job.ts';
import type { ZipResult } from '../../../lib/archive/zip-job.ts';
import type { MadeFile } from '../../../lib/fixes/copy-source.ts';
import type { CutterJob } from '../../../lib/fixes/cutter-job.ts';
import type { TextPart } from '../../../lib/fixes/record-cutter.ts';
import type { Source } from '../../../lib/reading/source.ts';
import type { Makers, Queues } from '../../../lib/session/preparation.ts';
import { Preparation, queuesFor } from '../../../lib/session/preparation.ts';
import { Workers } from '../../../lib/session/worker-job.ts';
import BareWorker from './bare.worker.ts?worker';
import FflateWorker from './fflate.worker.ts?worker';
import JszipWorker from './jszip.worker.ts?worker';
import WriteWorker from './write.worker.ts?worker';

/** The result of a writer. */
export interface Zipped {
  readonly bytes: number;
}

export type ZipRun = 'bare' | 'write' | 'write+verify' | 'jszip' | 'fflate';

const FILES_AT_ONCE = 7;

const writers = new Workers<Source>(() => new WriteWorker());
const OTHERS: Readonly<Record<Exclude<ZipRun, 'write' | 'write+verify'>, Workers<Blob>>> = {
  bare: new Workers(() => new BareWorker()),
  jszip: new Workers(() => new JszipWorker()),
  fflate: new Workers(() => new FflateWorker()),
};
const archivists = new Workers<ArchiveJob>(() => new ArchiveWorker());
const cutters = new Workers<CutterJob>(() => new CutWorker());

/**
 * Zips the file in one of the ways.
 * @returns the number of bytes in the result
 */
export async function zipOnce(run: ZipRun, source: Source): Promise<number> {
  if (run === 'write+verify') return prepare(source, queuesFor(cores()));
  const zipping =
    run === 'write'
      ? writers.run<Zipped>(source, quietly())
      : OTHERS[run].run<Zipped>(source.blob, quietly());
  return (await zipping).bytes;
}

/** Zips the same file seven times, one after the other or as many at once as there are cores. */
export async function zipSeven(source: Source, atOnce: 'in turn' | 'at once'): Promise<void> {
  const shared = queuesFor(atOnce === 'in turn' ? 1 : cores());
  const files = Array.from({ length: FILES_AT_ONCE }, () => prepare(source, shared));
  await Promise.all(files);
}

export function beginWrite(
  source: Source,
  signal: AbortSignal,
  onProgress: (bytes: number) => void,
) {
  return writers.run<Zipped>(source, { signal, onProgress });
}

/** Works like the panel: makes one proven zip, or several if that one is too large. */
async function prepare(source: Source, queues: Queues): Promise<number> {
  const order = { packing: 'zip', entryName: 'SENR 2022-23.txt' } as const;
  const now = () => performance.now();
  const preparation = new Preparation(source, order, {
    makers,
    ...queues,
    now,
    onChange: () => {},
  });
  await preparation.settled;
  const all = preparation.parts?.map(({ made }) => made) ?? [preparation.whole];
  return all.reduce((sum, made) => sum + (made?.blob.size ?? 0), 0);
}

const makers: Makers = {
  rewrite: () => Promise.reject(new Error('Nothing is rewritten here.')),
  zip: (job, options) => archivists.run<ZipResult>({ kind: 'zip', ...job }, options),
  prove: (written, options) => archivists.run<string>({ kind: 'prove', written }, options),
  cut: (job, options) => cutters.run<readonly TextPart[]>({ kind: 'cut', ...job }, options),
  copy: (job, options) => cutters.run<MadeFile>({ kind: 'copy', ...job }, options),
};

function cores(): number {
  return navigator.hardwareConcurrency || 1;
}

function quietly() {
  return { signal: new AbortController().signal, onProgress: () => {} };
}
