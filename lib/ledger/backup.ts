import { z } from '../validation/z.ts';
import { isFuture } from './clock.ts';
import type { LedgerEvent } from './events.ts';
import { ledgerEvent } from './events.ts';
import { FORMAT, migrate } from './migrations.ts';

/** The whole ledger as one JSON file, to keep or to take to another computer. */
const BACKUP_KIND = 'upload-assistant-backup';

const envelope = z.object({
  kind: z.literal(BACKUP_KIND),
  format: z.int().positive(),
  /** ISO date and time. */
  writtenAt: z.string(),
  events: z.array(z.unknown()),
});

/** Many years of 20 organizations are a few MB. A larger file is no backup of this assistant. */
export const LARGEST_BACKUP_BYTES = 30_000_000;

export function writeBackup(events: readonly LedgerEvent[], writtenAt: string): string {
  return JSON.stringify({ kind: BACKUP_KIND, format: FORMAT, writtenAt, events }, null, 1);
}

export type ReadBackup =
  | { readonly kind: 'read'; readonly events: readonly LedgerEvent[]; readonly writtenAt: string }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'newer' }
  /** 1-based: the first entry that is not as it should be. */
  | { readonly kind: 'damaged'; readonly entry: number }
  /** The first entry that lies in the future, and the time that it claims. */
  | { readonly kind: 'future'; readonly entry: number; readonly at: number };

/**
 * Takes a backup whole or not at all.
 * @param now milliseconds since 1970
 */
export function readBackup(text: string, now: number): ReadBackup {
  const parsed = envelope.safeParse(parseJson(text));
  if (!parsed.success) return { kind: 'foreign' };
  const { format, writtenAt, events: entries } = parsed.data;
  if (format > FORMAT) return { kind: 'newer' };
  const events: LedgerEvent[] = [];
  for (const [place, entry] of entries.entries()) {
    const event = ledgerEvent.safeParse(migrate(entry, format));
    if (!event.success) return { kind: 'damaged', entry: place + 1 };
    const { at } = event.data;
    if (isFuture(event.data, now)) return { kind: 'future', entry: place + 1, at };
    events.push(event.data);
  }
  return { kind: 'read', events, writtenAt };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
