import type { SessionFile } from './session-file.ts';
import { isOver } from './steps.ts';

/** How far all work on the files is. */
export interface WorkLeft {
  readonly kind: 'check' | 'make';
  /** How many files it still goes on for. */
  readonly files: number;
  /** A share of all bytes, from 0 to 1. */
  readonly done: number;
  /** Absent while it would be a guess. */
  readonly secondsLeft?: number;
}

interface Job {
  readonly bytes: number;
  /** A share from 0 to 1. */
  readonly done: number;
  /** Since it began, in milliseconds. Absent if it waits for its turn. */
  readonly elapsed?: number;
}

/** Copies are made while other files are checked. Those are told of once all files are checked. */
export function workLeft(files: readonly SessionFile[]): WorkLeft | undefined {
  const present = files.filter(({ isRemoved }) => !isRemoved);
  return inAll('check', present.map(checkOf)) ?? inAll('make', present.flatMap(makingOf));
}

function checkOf({ file, check }: SessionFile): Job {
  if (check.stage === 'checked') return { bytes: file.size, done: 1 };
  return { bytes: file.size, done: 'done' in check ? (check.done ?? 0) : 0 };
}

function makingOf({ file, making }: SessionFile): Job[] {
  if (!making || isOver(making)) return [];
  if (making.stage === 'settled') return [{ bytes: file.size, done: 1 }];
  const { done = 0, elapsed } = making.progress ?? {};
  // A share of 1 is told before all is done.
  const share = Math.min(done, ALMOST);
  return [{ bytes: file.size, done: share, ...(elapsed !== undefined && { elapsed }) }];
}

const ALMOST = 0.999;

function inAll(kind: WorkLeft['kind'], jobs: readonly Job[]): WorkLeft | undefined {
  const open = jobs.filter(({ done }) => done < 1);
  if (open.length === 0) return undefined;
  const all = sum(jobs, ({ bytes }) => bytes);
  const done = sum(jobs, ({ bytes, done: share }) => bytes * share);
  const secondsLeft = secondsLeftOf(open);
  return {
    kind,
    files: open.length,
    done: all > 0 ? done / all : 0,
    ...(secondsLeft !== undefined && { secondsLeft }),
  };
}

/** Earlier, the time left is only a guess. */
const SURE_AFTER_MS = 1000;

/** Jobs that wait go as fast as those that run. */
function secondsLeftOf(open: readonly Job[]): number | undefined {
  const running = open.filter(({ done, elapsed }) => elapsed !== undefined && done > 0);
  const isSure = running.some(({ elapsed = 0 }) => elapsed >= SURE_AFTER_MS);
  if (!isSure) return undefined;
  const bytesPerMs = sum(running, ({ bytes, done, elapsed = 1 }) => (bytes * done) / elapsed);
  const left = sum(open, ({ bytes, done }) => bytes * (1 - done));
  return bytesPerMs > 0 ? Math.ceil(left / bytesPerMs / 1000) : undefined;
}

function sum<One>(all: readonly One[], of: (one: One) => number): number {
  return all.reduce((total, one) => total + of(one), 0);
}
