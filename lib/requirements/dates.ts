const DAY_MS = 86_400_000;

/** @param from,to ISO dates @returns days from one to the other; negative when `to` is earlier */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** Mondays to Fridays after `from`, up to and with `to`. Holidays count as working days: they differ by district. */
export function workingDaysBetween(from: string, to: string): number {
  const days = Math.max(0, daysBetween(from, to));
  const firstWeekday = Math.floor(Date.parse(from) / DAY_MS + 4) % 7; // 0 = Sunday; 1970-01-01 was a Thursday
  const weeks = Math.floor(days / 7);
  const rest = Array.from({ length: days % 7 }, (_, index) => (firstWeekday + index + 1) % 7);
  return weeks * 5 + rest.filter((weekday) => weekday !== 0 && weekday !== 6).length;
}
