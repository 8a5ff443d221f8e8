import type { ZipRun } from './zip-runs.ts';

/** What the page can measure with the chosen file; all times in seconds. */
export interface BenchPage {
  /** From the call to the worker's answer. */
  time(what: Timed): Promise<TimedRun>;
  /** From the abort to the promise's rejection and the end of the worker, whichever is later. */
  cancel(): Promise<number>;
  /** Inspects the chosen file, so that zips can be made of what was checked. */
  check(): Promise<void>;
  /** Gives the bytes of the zip, or of its parts, too. */
  zip(run: ZipRun): Promise<TimedZip>;
  zipSeven(atOnce: 'in turn' | 'at once'): Promise<number>;
  /** As `cancel`, while a zip is written. */
  cancelZip(): Promise<number>;
  /** While the file is inspected, or merely read. */
  longestTask(what: Timed): Promise<LongestTask>;
}

export type Timed = 'read' | 'inspect';

export interface TimedRun {
  readonly seconds: number;
  /** What the inspection counted; a run that did not inspect must not be reported as quick. */
  readonly rows?: number;
}

export interface TimedZip {
  readonly seconds: number;
  readonly bytes: number;
}

export interface LongestTask {
  /** The longest time by which a 5 ms timer came late: tasks, and waiting for a free core. */
  readonly timerGap: number;
  /** The browser's own word, 0 below 50 ms; absent where it does not say. */
  readonly longTask?: number;
}

/** The global scope of the page, for code that is sent there. */
export interface BenchGlobal {
  readonly bench: BenchPage;
}
