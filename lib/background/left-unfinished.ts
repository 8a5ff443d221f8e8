import type { LedgerEvent, NewEvent } from '../ledger/events.ts';
import { standing } from '../ledger/events.ts';

/**
 * For the start of the browser or the extension: finishes the submissions that were open when it ended.
 * @param events of all organizations
 */
export function leftUnfinished(events: readonly LedgerEvent[]): NewEvent[] {
  const open = new Map<string, NewEvent>();
  for (const event of standing(events)) {
    if (!('file' in event)) continue;
    const { organization, submission, file } = event;
    const key = `${organization} ${submission} ${file.name}`;
    const base = { organization, submission, file };
    if (event.kind === 'attached') open.set(key, { ...base, kind: 'taken-back' });
    else if (event.kind === 'submitted') {
      open.set(key, { ...base, kind: 'confirmation-not-seen', why: 'tab closed' });
    } else open.delete(key);
  }
  return [...open.values()];
}
