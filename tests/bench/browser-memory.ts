import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const SAMPLE_MS = 100;
/** Memory counts as idle when two readings this far apart agree within IDLE_MIB. */
const SETTLE_MS = 500;
const IDLE_MIB = 1;
const MOST_LOOKS = 20;

/**
 * Measures the browser's peak memory during `work`, in MiB over the memory just before. Null if the
 * system has no /proc. Each process counts its share of shared pages (Pss), so the browser's many
 * processes can be added up.
 */
export async function withPeakMemory<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly peakMiB: number | null }> {
  const idle = await settledMiB();
  if (idle === null) return { result: await work(), peakMiB: null };
  const end = new AbortController();
  const watching = highestMiB(end.signal);
  try {
    const result = await work();
    end.abort();
    return { result, peakMiB: (await watching) - idle };
  } finally {
    end.abort();
  }
}

async function highestMiB(signal: AbortSignal): Promise<number> {
  let highest = 0;
  while (!signal.aborted) {
    highest = Math.max(highest, browserMiB() ?? 0);
    await pause(SAMPLE_MS, undefined, { signal }).catch(() => {});
  }
  return highest;
}

/** Waits until memory from the run before is freed. */
async function settledMiB(): Promise<number | null> {
  let before = browserMiB();
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    await pause(SETTLE_MS);
    const now = browserMiB();
    if (now === null || before === null) return null;
    if (Math.abs(now - before) <= IDLE_MIB) return now;
    before = now;
  }
  return before;
}

/**
 * The browser is the only program that the bench starts, so all descendants of this process belong
 * to it.
 */
function browserMiB(): number | null {
  try {
    const kib = descendantsOf(process.pid).reduce((sum, pid) => sum + pssKib(pid), 0);
    return kib / 1024;
  } catch {
    return null; // no /proc
  }
}

/** @throws if the system has no /proc */
export function descendantsOf(ancestor: number): number[] {
  const children = Map.groupBy(allProcesses(), ({ parent }) => parent);
  const found: number[] = [];
  const visit = (pid: number) => {
    for (const child of children.get(pid) ?? []) {
      found.push(child.pid);
      visit(child.pid);
    }
  };
  visit(ancestor);
  return found;
}

function allProcesses(): { readonly pid: number; readonly parent: number }[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => {
    const stat = readIfThere(`/proc/${pid}/stat`);
    // "pid (name) state parent …", and the name may contain anything.
    const parent = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
    return parent ? [{ pid: Number(pid), parent: Number(parent) }] : [];
  });
}

function pssKib(pid: number): number {
  const rollup = readIfThere(`/proc/${pid}/smaps_rollup`) ?? '';
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0);
}

/** A process may end after it is listed and before it is read. */
export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
