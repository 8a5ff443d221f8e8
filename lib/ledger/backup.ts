import { z } from '../validation/z.ts';
import type { LedgerEvent } from './events.ts';
import { ledgerEvent } from './events.ts';
import { FORMAT, migrate } from './migrations.ts';
import { organizationsOf } from './organizations.ts';

/** The whole ledger as one JSON file, to keep or to take to another computer. */
const BACKUP_KIND = 'upload-assistant-backup';

const envelope = z.object({
  kind: z.literal(BACKUP_KIND),
  format: z.int().positive(),
  /** ISO date and time. */
  writtenAt: z.string(),
  events: z.array(z.unknown()),
});

/** Many years of 20 organizations are a few MB; more is no backup of this assistant. */
export const LARGEST_BACKUP_BYTES = 30_000_000;

export function writeBackup(events: readonly LedgerEvent[], writtenAt: string): string {
  return JSON.stringify({ kind: BACKUP_KIND, format: FORMAT, writtenAt, events }, null, 1);
}

export type ReadBackup =
  | { readonly kind: 'read'; readonly events: readonly LedgerEvent[]; readonly writtenAt: string }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'newer' }
  /** 1-based: the first entry that is not as it should be. */
  | { readonly kind: 'damaged'; readonly entry: number };

/** Takes a backup whole or not at all. */
export function readBackup(text: string): ReadBackup {
  const parsed = envelope.safeParse(parseJson(text));
  if (!parsed.success) return { kind: 'foreign' };
  const { format, writtenAt, events: entries } = parsed.data;
  if (format > FORMAT) return { kind: 'newer' };
  const events: LedgerEvent[] = [];
  for (const [place, entry] of entries.entries()) {
    const event = ledgerEvent.safeParse(migrate(entry, format));
    if (!event.success) return { kind: 'damaged', entry: place + 1 };
    events.push(event.data);
  }
  return { kind: 'read', events, writtenAt };
}

/** What an import would add. */
export interface BackupDiff {
  readonly newEvents: readonly LedgerEvent[];
  readonly knownEvents: number;
  /** Of the organizations that would be new here. */
  readonly newOrganizations: readonly string[];
  /** Of the organizations whose set-up would change, because the backup's is more recent. */
  readonly changedOrganizations: readonly string[];
}

export function diffBackup(
  here: readonly LedgerEvent[],
  backup: readonly LedgerEvent[],
): BackupDiff {
  const known = new Set(here.map(({ id }) => id));
  const newEvents = backup.filter(({ id }) => !known.has(id));
  const before = new Map(organizationsOf(here).map((one) => [one.id, JSON.stringify(one)]));
  const after = organizationsOf([...here, ...newEvents]);
  return {
    newEvents,
    knownEvents: backup.length - newEvents.length,
    newOrganizations: after.filter(({ id }) => !before.has(id)).map(({ name }) => name),
    changedOrganizations: after
      .filter((one) => before.has(one.id) && before.get(one.id) !== JSON.stringify(one))
      .map(({ name }) => name),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
