import { tCount } from './count-words.ts';

/** Nobody needs the seconds of a minute that is left. */
const SECONDS_SHOWN = 90;

export function timeLeft(seconds: number): string {
  if (seconds <= SECONDS_SHOWN) return tCount('seconds_left', seconds);
  return tCount('minutes_left', Math.ceil(seconds / 60));
}
