/*
 * Stored events are brought up to date as they are read, one format at a time. This file imports
 * nothing, so that no later change elsewhere can change what an old record means.
 */

/** The format in which events are written now. */
export const FORMAT = 4;

type Record = { readonly [key: string]: unknown };

/** From each format to the next: entry 1 brings format 1 to format 2. */
const MIGRATIONS: { readonly [format: number]: (event: Record) => Record } = {
  // Events of format 1 were written before there were organizations.
  1: (event) => ({ organization: '00000000-0000-4000-8000-000000000001', ...event }),
  // Format 3 may say which events an event `follows`, and has more reasons for
  // `confirmation-not-seen`. Events of format 2 are fine as they are.
  2: (event) => event,
  // Format 4 may say which `set` of files a part belongs to, how many students are in a file, and
  // which schools. Before, all parts were of one file.
  3: (event) => event,
};

/** @param event as it was written in that format @returns as it would be written now */
export function migrate(event: unknown, format: number): unknown {
  let current = event;
  for (let at = format; at < FORMAT; at++) {
    if (typeof current !== 'object' || current === null) return current;
    current = MIGRATIONS[at]?.(current as Record);
  }
  return current;
}
