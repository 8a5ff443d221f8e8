import ArchiveWorker from '../../../entrypoints/assist/archive.worker.ts?worker';
import CutWorker from '../../../entrypoints/assist/cut.worker.ts?worker';
import type { ArchiveJob } from '../../../lib/archive/archive-job.ts';
import type { ZipResult } from '../../../lib/archive/zip-job.ts';
import type { CutJob } from '../../../lib/fixes/cut-text.ts';
import type { TextPart } from '../../../lib/fixes/record-cutter.ts';
import type { Makers, Queues } from '../../../lib/session/preparation.ts';
import { Preparation, queuesFor } from '../../../lib/session/preparation.ts';
import { Workers } from '../../../lib/session/worker-job.ts';
import BareWorker from './bare.worker.ts?worker';
import FflateWorker from './fflate.worker.ts?worker';
import JszipWorker from './jszip.worker.ts?worker';
import WriteWorker from './write.worker.ts?worker';

/** What a writer made. */
export interface Zipped {
  readonly bytes: number;
}

export type ZipRun = 'bare' | 'write' | 'write+verify' | 'jszip' | 'fflate';

const FILES_AT_ONCE = 7;

const WORKERS: Readonly<Record<Exclude<ZipRun, 'write+verify'>, Workers<Blob>>> = {
  bare: new Workers(() => new BareWorker()),
  write: new Workers(() => new WriteWorker()),
  jszip: new Workers(() => new JszipWorker()),
  fflate: new Workers(() => new FflateWorker()),
};
const archivists = new Workers<ArchiveJob>(() => new ArchiveWorker());
const cutters = new Workers<CutJob>(() => new CutWorker());

/** Zips the file in one of the ways; gives the bytes that came of it. */
export async function zipOnce(run: ZipRun, file: File): Promise<number> {
  if (run === 'write+verify') return prepare(file, queuesFor(cores()));
  const { bytes } = await WORKERS[run].run<Zipped>(file, quietly());
  return bytes;
}

/** The same file as if it were seven, one after the other or as many at once as there are cores. */
export async function zipSeven(file: File, atOnce: 'in turn' | 'at once'): Promise<void> {
  const shared = queuesFor(atOnce === 'in turn' ? 1 : cores());
  const files = Array.from({ length: FILES_AT_ONCE }, () => prepare(file, shared));
  await Promise.all(files);
}

export function beginWrite(file: File, signal: AbortSignal, onProgress: (bytes: number) => void) {
  return WORKERS.write.run<Zipped>(file, { signal, onProgress });
}

/** As the panel does it: one proven zip, or where that is too large several. */
async function prepare(file: File, queues: Queues): Promise<number> {
  const order = { packing: 'zip', entryName: 'SENR 2022-23.txt' } as const;
  const now = () => performance.now();
  const preparation = new Preparation(file, order, { makers, ...queues, now, onChange: () => {} });
  await preparation.settled;
  const blobs = preparation.parts?.map(({ blob }) => blob) ?? [preparation.whole];
  return blobs.reduce((sum, blob) => sum + (blob?.size ?? 0), 0);
}

const makers: Makers = {
  rewrite: () => Promise.reject(new Error('Nothing is rewritten here.')),
  zip: (job, options) => archivists.run<ZipResult>({ kind: 'zip', ...job }, options),
  prove: (written, options) => archivists.run<void>({ kind: 'prove', written }, options),
  cut: (job, options) => cutters.run<readonly TextPart[]>(job, options),
};

function cores(): number {
  return navigator.hardwareConcurrency || 1;
}

function quietly() {
  return { signal: new AbortController().signal, onProgress: () => {} };
}
