import type { SchoolYear } from '../../../lib/calpads/school-year.ts';
import type { CutRun } from './cut-runs.ts';
import type { ZipRun } from './zip-runs.ts';

/** What the page can measure with the chosen file. All times are in seconds. */
export interface BenchPage {
  /** From the call to the worker's answer. */
  time(what: Timed): Promise<TimedRun>;
  /** From the abort to the promise's rejection or the end of the worker, whichever is later. */
  cancel(): Promise<number>;
  /** Inspects the chosen file, so zips can be made of the checked bytes. */
  check(): Promise<void>;
  /** Also gives the size of the zip, or of its parts. */
  zip(run: ZipRun): Promise<TimedZip>;
  zipSeven(atOnce: 'in turn' | 'at once'): Promise<number>;
  /** Makes one zip for each of these years, or measures a yardstick for that. */
  cut(run: CutRun, years: readonly SchoolYear[]): Promise<TimedRun>;
  /** Like `cancel`, while a zip is written. */
  cancelZip(): Promise<number>;
  /** Measured while the file is inspected, or only read. */
  longestTask(what: Timed): Promise<LongestTask>;
}

export type Timed = 'read' | 'inspect';

export interface TimedRun {
  readonly seconds: number;
  /** The rows that were counted. A run that read no records must not count as quick. */
  readonly rows?: number;
}

export interface TimedZip {
  readonly seconds: number;
  readonly bytes: number;
}

export interface LongestTask {
  /** The longest delay of a 5 ms timer: tasks, and waiting for a free core. */
  readonly timerGap: number;
  /** The browser's own figure, 0 below 50 ms. Absent if the browser has none. */
  readonly longTask?: number;
}

/** The page's global scope, for code that is sent there. */
export interface BenchGlobal {
  readonly bench: BenchPage;
}
