import { join } from 'node:path';
import { findBrowser } from '../run/browsers.mjs';
import { ROOT } from '../run/stages.ts';
import { launchForBench } from './bench-browser.ts';
import type { BenchFile } from './bench-files.ts';
import { withBenchFiles } from './bench-files.ts';
import type { BenchServer } from './bench-server.ts';
import { startBenchServer } from './bench-server.ts';
import { cancelInspection, longestTasks, readAndInspect } from './inspect-runs.ts';
import type { BenchOptions, BrowserName } from './options.ts';
import type { Budget, ResultRow } from './result-rows.ts';
import { printHeadings, printRow, writeRows } from './result-rows.ts';

const RESULTS = join(ROOT, '.output', 'bench', 'inspect.json');

/** The budgets in section 8 of the design. */
const BUDGETS: Readonly<Record<string, Budget>> = {
  inspect: { ratio: 3, peakMiB: 64 },
  cancel: { seconds: 0.2 },
  'longest main-thread task (timer gap)': { seconds: 0.05 },
  'longest main-thread task (longtask)': { seconds: 0.05 },
};

/** Canceling and the main thread are measured while a file of this size is inspected. */
const WATCHED_BYTES = 200_000_000;

/**
 * Measures the inspection in real browsers. Prints each figure as it arrives, and writes them all.
 */
export async function benchInspect({ sizes, browsers }: BenchOptions): Promise<void> {
  const server = await startBenchServer();
  const rows: ResultRow[] = [];
  try {
    await withBenchFiles(sizes, async (files) => {
      printHeadings();
      for (const name of browsers) {
        for await (const row of measured(name, server, files)) {
          rows.push(row);
          printRow(row, BUDGETS[row.what]);
        }
      }
    });
  } finally {
    server.close();
    await writeRows(RESULTS, rows);
  }
  console.log(
    '\nUp to 50 MB: median of 9, up to 200 MB: of 3; cancel: slowest of 3. Also in .output/bench/inspect.json.',
  );
}

async function* measured(
  name: BrowserName,
  server: BenchServer,
  files: readonly BenchFile[],
): AsyncGenerator<ResultRow> {
  if (!findBrowser(name)) {
    console.log(`${name}: skipped, it is not installed.`);
    return;
  }
  const driver = await launchForBench(name, server.port);
  try {
    await driver.goto(`http://127.0.0.1:${server.port}/`);
    const watched = files.findLast(({ bytes }) => bytes <= WATCHED_BYTES) ?? files[0];
    for (const file of files) {
      await driver.chooseFiles('input', [file.path]);
      yield* await readAndInspect(driver, file);
      if (file !== watched) continue;
      yield await cancelInspection(driver, file);
      yield* await longestTasks(driver, file);
    }
  } finally {
    await driver.close();
  }
}
