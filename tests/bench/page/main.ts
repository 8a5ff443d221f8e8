import type { SchoolYear } from '../../../lib/calpads/school-year.ts';
import type { Inspection } from '../../../lib/inspection/inspection.ts';
import type { Source } from '../../../lib/reading/source.ts';
import { checkedSource } from '../../../lib/reading/source.ts';
import type { JobOptions } from '../../../lib/session/worker-job.ts';
import { Workers } from '../../../lib/session/worker-job.ts';
import type { BenchGlobal, LongestTask, Timed, TimedRun, TimedZip } from './bench-page.ts';
import type { CutRun } from './cut-runs.ts';
import { cutOnce } from './cut-runs.ts';
import InspectWorker from './inspect.worker.ts?worker';
import { watchMainThread } from './main-thread.ts';
import ReadWorker from './read.worker.ts?worker';
import { isWorkerAlive, untilWorkerGone } from './worker-life.ts';
import type { ZipRun } from './zip-runs.ts';
import { beginWrite, zipOnce, zipSeven } from './zip-runs.ts';

const readers = new Workers<Blob>(() => new ReadWorker());
const inspectors = new Workers<File>(() => new InspectWorker());

Object.assign(globalThis, {
  bench: { time, cancel, longestTask, check, zip, zipSeven: seven, cut, cancelZip },
} satisfies BenchGlobal);

async function time(what: Timed): Promise<TimedRun> {
  const file = chosenFile();
  const begun = performance.now();
  if (what === 'read') await read(file);
  const inspection = what === 'inspect' ? await inspect(file) : undefined;
  const seconds = (performance.now() - begun) / 1000;
  return inspection?.kind === 'text' ? { seconds, rows: inspection.facts.rows } : { seconds };
}

let checked: Source | undefined;

async function check(): Promise<void> {
  const file = chosenFile();
  const inspection = await inspect(file);
  if (inspection.kind !== 'text') throw new Error('The chosen file is no text.');
  const { facts, blockHashes } = inspection;
  checked = checkedSource(file, { bytes: facts.bytes, blockHashes });
}

function checkedFile(): Source {
  if (!checked) throw new Error('The file is not checked yet.');
  return checked;
}

async function zip(run: ZipRun): Promise<TimedZip> {
  const begun = performance.now();
  const bytes = await zipOnce(run, checkedFile());
  return { seconds: (performance.now() - begun) / 1000, bytes };
}

async function seven(atOnce: 'in turn' | 'at once'): Promise<number> {
  const begun = performance.now();
  await zipSeven(checkedFile(), atOnce);
  return (performance.now() - begun) / 1000;
}

async function cut(run: CutRun, years: readonly SchoolYear[]): Promise<TimedRun> {
  const begun = performance.now();
  const rows = await cutOnce(run, checkedFile(), years);
  const seconds = (performance.now() - begun) / 1000;
  return rows === undefined ? { seconds } : { seconds, rows };
}

function cancel(): Promise<number> {
  return timeToCancel((file, signal, onProgress) => inspect(file, { signal, onProgress }));
}

function cancelZip(): Promise<number> {
  return timeToCancel((_file, signal, onProgress) => beginWrite(checkedFile(), signal, onProgress));
}

async function timeToCancel(
  begin: (file: File, signal: AbortSignal, onProgress: (bytes: number) => void) => Promise<unknown>,
): Promise<number> {
  const file = chosenFile();
  const cancelling = new AbortController();
  const underWay = Promise.withResolvers<void>();
  const onProgress = (bytes: number) => {
    if (bytes > file.size / 3) underWay.resolve();
  };
  const ended = begin(file, cancelling.signal, onProgress);
  const rejected = ended.then(
    () => Promise.reject(new Error('The work was over before it was cancelled.')),
    () => {},
  );
  await Promise.race([underWay.promise, rejected]);
  if (!(await isWorkerAlive())) throw new Error('The worker shows no sign of life.');

  const begun = performance.now();
  cancelling.abort();
  await Promise.all([rejected, untilWorkerGone()]);
  return (performance.now() - begun) / 1000;
}

async function longestTask(what: Timed): Promise<LongestTask> {
  const watching = new AbortController();
  const result = watchMainThread(watching.signal);
  await time(what);
  watching.abort();
  return result();
}

function read(file: File): Promise<number> {
  return readers.run(file, quietly());
}

function inspect(file: File, options: JobOptions = quietly()): Promise<Inspection> {
  return inspectors.run(file, options);
}

function quietly(): JobOptions {
  return { signal: new AbortController().signal, onProgress: () => {} };
}

function chosenFile(): File {
  const file = document.querySelector('input')?.files?.[0];
  if (!file) throw new Error('No file is chosen.');
  return file;
}
