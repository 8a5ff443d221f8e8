/**
 * @param date ISO date
 * @returns local noon of that day, in milliseconds since 1970, so that it shows as the same day
 */
export function noonOf(date: string): number {
  return Date.parse(`${date}T12:00`);
}
