import { join } from 'node:path';
import type { SchoolYear } from '../../lib/calpads/school-year.ts';
import { schoolYearFrom } from '../../lib/calpads/school-year.ts';
import type { Driver } from '../e2e/drivers/driver.ts';
import { findBrowser } from '../run/browsers.mjs';
import { ROOT } from '../run/stages.ts';
import { launchForBench } from './bench-browser.ts';
import type { BenchFile } from './bench-files.ts';
import { withBenchFiles } from './bench-files.ts';
import type { BenchServer } from './bench-server.ts';
import { startBenchServer } from './bench-server.ts';
import { withPeakMemory } from './browser-memory.ts';
import type { BenchOptions, BrowserName } from './options.ts';
import type { BenchGlobal } from './page/bench-page.ts';
import type { CutRun } from './page/cut-runs.ts';
import type { Budget, ResultRow } from './result-rows.ts';
import { printHeadings, printRow, writeRows } from './result-rows.ts';
import type { Timing } from './timing.ts';
import { medianOf } from './timing.ts';

const RESULTS = join(ROOT, '.output', 'bench', 'cut.json');
const BUDGETS: Readonly<Record<string, Budget>> = { 'by year': { ratio: 2, peakMiB: 128 } };

/** The runs alternate, so the machine's other work slows all of them equally. */
const RUNS: readonly CutRun[] = ['read+write', 'read+zip', 'by year'];
const REPEATS = 3;
/** Above this size, one run is long enough to be its own average. */
const REPEATED_UP_TO_BYTES = 200_000_000;

/** A download of ten school years. All of them become files, so what is written is what is read. */
const YEARS: readonly SchoolYear[] = Array.from({ length: 10 }, (_, at) =>
  schoolYearFrom(2013 + at),
);
const TEN_YEARS = {
  fileType: 'SENR',
  schoolYear: '2013-14',
  otherYears: Object.fromEntries(YEARS.slice(1).map((year) => [year, 0.1])),
} as const;

/** Measures how one file per school year is made. Prints each figure as it arrives. */
export async function benchCut({ sizes, browsers }: BenchOptions): Promise<void> {
  const server = await startBenchServer();
  const rows: ResultRow[] = [];
  const measureAll = async (files: readonly BenchFile[]) => {
    printHeadings();
    for (const name of browsers) {
      for (const file of files) {
        for (const row of await measured(name, server, file)) {
          rows.push(row);
          printRow(row, BUDGETS[row.what]);
        }
      }
    }
  };
  try {
    await withBenchFiles(sizes, measureAll, TEN_YEARS);
  } finally {
    server.close();
    await writeRows(RESULTS, rows);
  }
  console.log(
    '\nUp to 200 MB: median of 3. Ratio: to read+zip, which reads the same bytes and writes them compressed in the same run. Also in .output/bench/cut.json.',
  );
}

async function measured(
  name: BrowserName,
  server: BenchServer,
  file: BenchFile,
): Promise<ResultRow[]> {
  if (!findBrowser(name)) {
    console.log(`${name}: skipped, it is not installed.`);
    return [];
  }
  const driver = await launchForBench(name, server.port);
  try {
    await driver.goto(`http://127.0.0.1:${server.port}/`);
    await driver.chooseFiles('input', [file.path]);
    await driver.page.evaluate(() => (globalThis as never as BenchGlobal).bench.check(), undefined);
    return await timeRuns(driver, file);
  } finally {
    await driver.close();
  }
}

async function timeRuns(driver: Driver, file: BenchFile): Promise<ResultRow[]> {
  const repeats = file.bytes > REPEATED_UP_TO_BYTES ? 1 : REPEATS;
  const timings = new Map<CutRun, Timing[]>(RUNS.map((run) => [run, []]));
  for (let round = 0; round < repeats; round += 1) {
    for (const run of RUNS) timings.get(run)?.push(await timeOnce(driver, run, file));
  }
  const yardstick = medianOf(timings.get('read+zip') ?? []).seconds;
  return [...timings].map(([what, some]) => {
    const timing = medianOf(some);
    const ratio = timing.seconds / yardstick;
    return { browser: driver.name, what, bytes: file.bytes, ...timing, ratio };
  });
}

async function timeOnce(driver: Driver, run: CutRun, { rows }: BenchFile): Promise<Timing> {
  const { result, peakMiB } = await withPeakMemory(() =>
    driver.page.evaluate(
      ({ what, years }) => (globalThis as never as BenchGlobal).bench.cut(what, years),
      { what: run, years: YEARS },
    ),
  );
  if (run === 'by year' && result.rows !== rows) {
    throw new Error(`${driver.name} counted ${result.rows} rows where ${rows} were written.`);
  }
  return { seconds: result.seconds, peakMiB };
}
