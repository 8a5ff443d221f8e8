/** Two computers' clocks may differ by this much: one day, in milliseconds. */
export const CLOCK_GRACE_MS = 24 * 60 * 60 * 1000;

/** The last moment that a `Date` can hold. */
export const LAST_MOMENT = 8_640_000_000_000_000;

/**
 * An event in the future was recorded by a wrong clock, or the clock is wrong now.
 * @param at, now milliseconds since 1970
 */
export function isFuture({ at }: { readonly at: number }, now: number): boolean {
  return at > now + CLOCK_GRACE_MS;
}
