import type { Doc } from '../e2e/drivers/driver.ts';
import { descendantsOf, readIfThere } from './browser-memory.ts';

/** The main thread of one page's process. */
export interface MainThread {
  /** Processor time that it has used so far, in seconds; what other programs use is not in it. */
  used(): number;
}

const SPIN_MS = 1000;
/** A busy machine leaves the page no more of a processor than this; an idle process has far less. */
const LEAST_SHARE = 0.1;

/** Finds the process of a page by having the page work; undefined where the system has no /proc. */
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

/** The first number is the nanoseconds that the process's first thread has run for. */
function secondsOf(pid: number): number {
  const [nanoseconds] = (readIfThere(`/proc/${pid}/task/${pid}/schedstat`) ?? '0').split(' ');
  return Number(nanoseconds) / 1e9;
}
