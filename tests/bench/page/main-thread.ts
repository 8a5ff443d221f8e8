import type { LongestTask } from './bench-page.ts';

const TIMER_MS = 5;

/** Watches the main thread until `signal` aborts. Ask for the result after that. */
export function watchMainThread(signal: AbortSignal): () => LongestTask {
  const timerGap = watchTimer(signal);
  const longTask = watchLongTasks(signal);
  return () => ({
    timerGap: timerGap() / 1000,
    ...(longTask && { longTask: longTask() / 1000 }),
  });
}

function watchTimer(signal: AbortSignal): () => number {
  let longest = 0;
  let last = performance.now();
  const tick = () => {
    if (signal.aborted) return;
    const now = performance.now();
    longest = Math.max(longest, now - last - TIMER_MS);
    last = now;
    setTimeout(tick, TIMER_MS);
  };
  setTimeout(tick, TIMER_MS);
  return () => longest;
}

function watchLongTasks(signal: AbortSignal): (() => number) | undefined {
  if (!PerformanceObserver.supportedEntryTypes.includes('longtask')) return undefined;
  let longest = 0;
  const note = (entries: PerformanceEntryList) => {
    for (const { duration } of entries) longest = Math.max(longest, duration);
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'longtask' });
  signal.addEventListener('abort', () => {
    note(observer.takeRecords());
    observer.disconnect();
  });
  return () => longest;
}
