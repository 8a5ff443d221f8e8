import { join } from 'node:path';
import type { Driver } from '../e2e/drivers/driver.ts';
import { findBrowser } from '../run/browsers.mjs';
import { ROOT } from '../run/stages.ts';
import { launchForBench } from './bench-browser.ts';
import type { BenchFile } from './bench-files.ts';
import { withBenchFiles } from './bench-files.ts';
import type { BenchServer } from './bench-server.ts';
import { startBenchServer } from './bench-server.ts';
import type { BenchOptions, BrowserName } from './options.ts';
import type { BenchGlobal } from './page/bench-page.ts';
import type { Budget, ResultRow } from './result-rows.ts';
import { printHeadings, printRow, writeRows } from './result-rows.ts';
import { cancelZip, zipByProgram, zipInBrowser, zipSevenFiles } from './zip-runs.ts';

const RESULTS = join(ROOT, '.output', 'bench', 'zip.json');

/**
 * The budgets in section 8 of the design. For write+verify, the limit is JSZip's time in the same
 * run.
 */
const BUDGETS: Readonly<Record<string, Budget>> = {
  write: { ratio: 1.1, peakMiB: 128 },
  'write+verify': { peakMiB: 128 },
  'seven at once': { leastRatio: 1.7 },
  cancel: { seconds: 0.2 },
};

/** Measures how zips are written. Prints each figure as it arrives, and writes them all. */
export async function benchZip({ sizes, browsers }: BenchOptions): Promise<void> {
  const server = await startBenchServer();
  const rows: ResultRow[] = [];
  const show = (row: ResultRow, budget = BUDGETS[row.what]) => {
    rows.push(row);
    printRow(row, budget);
  };
  try {
    await withBenchFiles(sizes, async (files) => {
      printHeadings();
      for (const file of files) for (const row of await zipByProgram(file)) show(row);
      for (const name of browsers) {
        for await (const some of measured(name, server, files)) {
          const jszip = some.find(({ what }) => what === 'jszip')?.seconds;
          for (const row of some) {
            const isProven = row.what === 'write+verify' && jszip !== undefined;
            show(row, isProven ? { ...BUDGETS[row.what], seconds: jszip } : undefined);
          }
        }
      }
    });
  } finally {
    server.close();
    await writeRows(RESULTS, rows);
  }
  console.log(
    "\nUp to 200 MB: median of 3, of seven files: of 5; cancel: slowest of 3. Ratio: to bare, the browser's own deflate of the same file in the same run; of those at once: how many times faster than in turn. Also in .output/bench/zip.json.",
  );
}

async function* measured(
  name: BrowserName,
  server: BenchServer,
  files: readonly BenchFile[],
): AsyncGenerator<ResultRow[]> {
  if (!findBrowser(name)) {
    console.log(`${name}: skipped, it is not installed.`);
    return;
  }
  const [smallest] = files;
  for (const file of files) {
    // Each size has its own browser, so leftovers from one writer do not slow the next.
    const driver = await launchForBench(name, server.port);
    try {
      await open(driver, server, file);
      yield await zipInBrowser(driver, file);
      if (file !== smallest) continue;
      yield await zipSevenFiles(driver, file);
      yield [await cancelZip(driver, file)];
    } finally {
      await driver.close();
    }
  }
}

async function open(driver: Driver, server: BenchServer, { path }: BenchFile): Promise<void> {
  await driver.goto(`http://127.0.0.1:${server.port}/`);
  await driver.chooseFiles('input', [path]);
  await driver.page.evaluate(() => (globalThis as never as BenchGlobal).bench.check(), undefined);
}
