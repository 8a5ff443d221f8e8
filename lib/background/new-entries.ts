import type { FileEvent, LedgerEvent, NewEvent } from '../ledger/events.ts';

type NewFileEvent = Extract<NewEvent, { file: unknown }>;

/**
 * Leaves out entries about files that say nothing new. The browser may end the background after it
 * recorded an event and before it noted how far it had come. The same event is then told or computed
 * again, and must not count twice.
 * @param events of the organizations that the entries are for
 */
export function withoutKnown(
  entries: readonly NewEvent[],
  events: readonly LedgerEvent[],
): NewEvent[] {
  const known = new Set(events.flatMap((event) => ('file' in event ? [keyOf(event)] : [])));
  return entries.filter((entry) => {
    if (!('file' in entry)) return true;
    const isSent = known.has(keyOf({ ...entry, kind: 'confirmed-on-page' }));
    // Nothing that was sent is in doubt, or was taken back.
    return !isSent && !known.has(keyOf(entry));
  });
}

function keyOf(entry: NewFileEvent | FileEvent): string {
  const why = entry.kind === 'confirmation-not-seen' ? entry.why : '';
  return JSON.stringify([entry.kind, why, entry.organization, entry.submission, entry.file.name]);
}
