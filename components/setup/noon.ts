/** @param date ISO date @returns its noon here, so that the day is the same in every time zone; milliseconds since 1970 */
export function noonOf(date: string): number {
  return Date.parse(`${date}T12:00`);
}
