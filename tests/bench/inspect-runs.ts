import type { Driver } from '../e2e/drivers/driver.ts';
import type { BenchFile } from './bench-files.ts';
import { withPeakMemory } from './browser-memory.ts';
import type { BenchGlobal, LongestTask, Timed } from './page/bench-page.ts';
import type { ResultRow } from './result-rows.ts';
import type { Timing } from './timing.ts';
import { medianOf } from './timing.ts';

const REPEATS = 3;

/** Short runs vary most and are cheap to repeat. Two gigabytes are their own average. */
function repeatsFor({ bytes }: BenchFile): number {
  if (bytes > 200_000_000) return 1;
  return bytes > 50_000_000 ? REPEATS : 3 * REPEATS;
}

/** Alternates reading and inspecting, so the machine's other work slows both equally. */
export async function readAndInspect(driver: Driver, file: BenchFile): Promise<ResultRow[]> {
  const reads: Timing[] = [];
  const inspections: Timing[] = [];
  const repeats = repeatsFor(file);
  for (let run = 0; run < repeats; run += 1) {
    reads.push(await timeOnce(driver, 'read', file));
    inspections.push(await timeOnce(driver, 'inspect', file));
  }
  const read = medianOf(reads);
  const inspect = medianOf(inspections);
  const { name: browser } = driver;
  const { bytes } = file;
  return [
    { browser, what: 'read', bytes, ...read, ratio: 1 },
    { browser, what: 'inspect', bytes, ...inspect, ratio: inspect.seconds / read.seconds },
  ];
}

/** The slowest of a few runs, because the limit applies to every cancel. */
export async function cancelInspection(driver: Driver, { bytes }: BenchFile): Promise<ResultRow> {
  const seconds: number[] = [];
  for (let run = 0; run < REPEATS; run += 1) {
    seconds.push(
      await driver.page.evaluate(
        () => (globalThis as never as BenchGlobal).bench.cancel(),
        undefined,
      ),
    );
  }
  return plainRow(driver, 'cancel', bytes, Math.max(...seconds));
}

/** Also watches reading, to tell our own tasks from what the machine does anyway. */
export async function longestTasks(driver: Driver, { bytes }: BenchFile): Promise<ResultRow[]> {
  const ask = (what: Timed): Promise<LongestTask> =>
    driver.page.evaluate(
      (timed) => (globalThis as never as BenchGlobal).bench.longestTask(timed),
      what,
    );
  const whileReading = await ask('read');
  const { timerGap, longTask } = await ask('inspect');
  return [
    plainRow(driver, 'longest timer gap while merely reading', bytes, whileReading.timerGap),
    plainRow(driver, 'longest main-thread task (timer gap)', bytes, timerGap),
    ...(longTask === undefined
      ? []
      : [plainRow(driver, 'longest main-thread task (longtask)', bytes, longTask)]),
  ];
}

async function timeOnce(driver: Driver, what: Timed, file: BenchFile): Promise<Timing> {
  const { result, peakMiB } = await withPeakMemory(() =>
    driver.page.evaluate((timed) => (globalThis as never as BenchGlobal).bench.time(timed), what),
  );
  if (what === 'inspect' && result.rows !== file.rows) {
    throw new Error(`${driver.name} counted ${result.rows} rows where ${file.rows} were written.`);
  }
  return { seconds: result.seconds, peakMiB };
}

function plainRow(driver: Driver, what: string, bytes: number, seconds: number): ResultRow {
  return { browser: driver.name, what, bytes, seconds, ratio: null, peakMiB: null };
}
