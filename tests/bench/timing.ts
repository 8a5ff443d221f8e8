/** One run, or the median of several. */
export interface Timing {
  readonly seconds: number;
  readonly peakMiB: number | null;
}

/**
 * The median time, and the peak memory of all runs, because a worker that stays counts as idle in
 * the next run.
 */
export function medianOf(timings: readonly Timing[]): Timing {
  const peaks = timings.flatMap(({ peakMiB }) => (peakMiB === null ? [] : [peakMiB]));
  return {
    seconds: median(timings.map(({ seconds }) => seconds)),
    peakMiB: peaks.length > 0 ? Math.max(...peaks) : null,
  };
}

/** Works for an odd number of values. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
