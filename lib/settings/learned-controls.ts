import type { learnedControlSchema } from '../validation/page-schemas.ts';
import type { z } from '../validation/z.ts';

type LearnedControl = z.infer<typeof learnedControlSchema>;

/** Versions of the site come and go, so the oldest is dropped first. */
export const MOST_LEARNED = 20;

/** Adds one; it replaces an earlier one for the same control of the same site version. */
export function remember(
  known: readonly LearnedControl[],
  learned: LearnedControl,
): readonly LearnedControl[] {
  const others = known.filter(
    ({ control, siteVersion }) =>
      control !== learned.control || siteVersion !== learned.siteVersion,
  );
  return [...others, learned].toSorted((a, b) => a.at - b.at).slice(-MOST_LEARNED);
}

/** @param at of the one to forget */
export function forget(known: readonly LearnedControl[], at: number): readonly LearnedControl[] {
  return known.filter((one) => one.at !== at);
}
