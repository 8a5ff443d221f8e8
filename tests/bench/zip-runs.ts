import { execFile } from 'node:child_process';
import { rm, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Driver } from '../e2e/drivers/driver.ts';
import { findOnPath, ZIP_PROGRAMS } from '../run/programs.mjs';
import type { BenchFile } from './bench-files.ts';
import { withPeakMemory } from './browser-memory.ts';
import type { BenchGlobal } from './page/bench-page.ts';
import type { ZipRun } from './page/zip-runs.ts';
import type { ResultRow } from './result-rows.ts';
import type { Timing } from './timing.ts';
import { median, medianOf } from './timing.ts';

/** The writers alternate in this order, so the machine's other work slows all of them equally. */
const RUNS: readonly ZipRun[] = ['bare', 'write', 'write+verify', 'jszip', 'fflate'];
const REPEATS = 3;
/** The first repeat starts with a fresh worker. */
const SEVEN_REPEATS = 5;
/** Above this size, one run is long enough to be its own average. */
const REPEATED_UP_TO_BYTES = 200_000_000;

export async function zipInBrowser(driver: Driver, file: BenchFile): Promise<ResultRow[]> {
  const repeats = file.bytes > REPEATED_UP_TO_BYTES ? 1 : REPEATS;
  const timings = new Map<ZipRun, Timing[]>(RUNS.map((run) => [run, []]));
  for (let round = 0; round < repeats; round += 1) {
    for (const run of RUNS) {
      const timing = await timeOnce(driver, run);
      if (timing) timings.get(run)?.push(timing);
    }
  }
  const bare = medianOf(timings.get('bare') ?? []).seconds;
  return [...timings].flatMap(([what, some]) => {
    if (some.length === 0) return [];
    const timing = medianOf(some);
    const ratio = timing.seconds / bare;
    return [{ browser: driver.name, what, bytes: file.bytes, ...timing, ratio }];
  });
}

/** A writer that cannot do it at all is reported and skipped. It may run out of memory. */
async function timeOnce(driver: Driver, run: ZipRun): Promise<Timing | undefined> {
  try {
    const { result, peakMiB } = await withPeakMemory(() =>
      driver.page.evaluate((what) => (globalThis as never as BenchGlobal).bench.zip(what), run),
    );
    if (result.bytes === 0) throw new Error('Nothing came of it.');
    return { seconds: result.seconds, peakMiB };
  } catch (error) {
    console.log(`${driver.name}, ${run}: no figure, ${String(error).split('\n')[0]}`);
    return undefined;
  }
}

/**
 * The ratio says how many times faster all at once are than one after the other. Memory has its own
 * run, because measuring it needs a core. The figures are medians: on two busy cores, single runs
 * range from 1.5 to 1.9.
 */
export async function zipSevenFiles(driver: Driver, { bytes }: BenchFile): Promise<ResultRow[]> {
  const zip = (atOnce: 'in turn' | 'at once'): Promise<number> =>
    driver.page.evaluate((how) => (globalThis as never as BenchGlobal).bench.zipSeven(how), atOnce);
  const runs = { inTurn: [] as number[], atOnce: [] as number[] };
  for (let round = 0; round < SEVEN_REPEATS; round += 1) {
    runs.inTurn.push(await zip('in turn'));
    runs.atOnce.push(await zip('at once'));
  }
  const seconds = { inTurn: median(runs.inTurn), atOnce: median(runs.atOnce) };
  const peaks = {
    inTurn: await withPeakMemory(() => zip('in turn')),
    atOnce: await withPeakMemory(() => zip('at once')),
  };
  const common = { browser: driver.name, bytes: 7 * bytes } as const;
  return [
    {
      ...common,
      what: 'seven in turn',
      seconds: seconds.inTurn,
      ratio: 1,
      peakMiB: peaks.inTurn.peakMiB,
    },
    {
      ...common,
      what: 'seven at once',
      seconds: seconds.atOnce,
      ratio: seconds.inTurn / seconds.atOnce,
      peakMiB: peaks.atOnce.peakMiB,
    },
  ];
}

/** The slowest of a few runs, because the limit applies to every cancel. */
export async function cancelZip(driver: Driver, { bytes }: BenchFile): Promise<ResultRow> {
  const seconds: number[] = [];
  for (let round = 0; round < REPEATS; round += 1) {
    seconds.push(
      await driver.page.evaluate(
        () => (globalThis as never as BenchGlobal).bench.cancelZip(),
        undefined,
      ),
    );
  }
  const slowest = Math.max(...seconds);
  return {
    browser: driver.name,
    what: 'cancel',
    bytes,
    seconds: slowest,
    ratio: null,
    peakMiB: null,
  };
}

/**
 * The command that people know, on the same files. Two at once show how many cores the browsers'
 * seven files really have, because other work on the machine takes its share.
 */
export async function zipByProgram({ path, bytes }: BenchFile): Promise<ResultRow[]> {
  const program = findOnPath(ZIP_PROGRAMS.zip.commands);
  if (!program) {
    console.log('zip -6: skipped, it is not installed.');
    return [];
  }
  const zip = (to: string) => zipped(program, path, to);
  const one = await secondsOf(() => zip(`${path}.1.zip`));
  const two = await secondsOf(() => Promise.all([zip(`${path}.1.zip`), zip(`${path}.2.zip`)]));
  const common = { browser: 'none', peakMiB: null } as const;
  return [
    { ...common, what: 'zip -6', bytes, seconds: one, ratio: null },
    {
      ...common,
      what: 'two zip -6 at once',
      bytes: 2 * bytes,
      seconds: two,
      ratio: (2 * one) / two,
    },
  ];
}

async function zipped(program: string, path: string, to: string): Promise<void> {
  await promisify(execFile)(program, ['-6', '-q', to, path]);
  if ((await stat(to)).size === 0) throw new Error('zip -6 made nothing.');
  await rm(to);
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}
