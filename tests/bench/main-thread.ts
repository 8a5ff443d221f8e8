import type { Doc } from '../e2e/drivers/driver.ts';
import { descendantsOf, readIfThere } from './browser-memory.ts';

/** The main thread of one page's process. */
export interface MainThread {
  /**
   * The processor time that it has used so far, in seconds. Time used by other programs is not in
   * it.
   */
  used(): number;
}

const SPIN_MS = 1000;
/**
 * Even on a busy machine the page gets more of a processor than this. An idle process uses far
 * less.
 */
const LEAST_SHARE = 0.1;

/** Finds a page's process by making the page work. Undefined if the system has no /proc. */
export async function mainThreadOf(page: Doc): Promise<MainThread | undefined> {
  const before = new Map(processes().map((pid) => [pid, secondsOf(pid)]));
  await page.evaluate((ms) => {
    for (const end = performance.now() + ms; performance.now() < end; );
  }, SPIN_MS);
  const [busiest] = processes()
    .map((pid) => ({ pid, seconds: secondsOf(pid) - (before.get(pid) ?? 0) }))
    .toSorted((a, b) => b.seconds - a.seconds);
  if (!busiest || busiest.seconds < (SPIN_MS / 1000) * LEAST_SHARE) return undefined;
  return { used: () => secondsOf(busiest.pid) };
}

function processes(): number[] {
  try {
    return descendantsOf(process.pid);
  } catch {
    return []; // no /proc
  }
}

/** The first number is the run time of the process's first thread, in nanoseconds. */
function secondsOf(pid: number): number {
  const [nanoseconds] = (readIfThere(`/proc/${pid}/task/${pid}/schedstat`) ?? '0').split(' ');
  return Number(nanoseconds) / 1e9;
}
