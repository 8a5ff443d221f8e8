import { z } from '../validation/z.ts';
import { checksum } from './checksum.ts';
import type { LedgerEvent } from './events.ts';
import { ledgerEvent } from './events.ts';
import { FORMAT, migrate } from './migrations.ts';

/** The shelf of the events about the organizations themselves. Each organization has its own shelf for the others. */
export const ORGANIZATIONS_SHELF = 'organizations';

/** An event in the database, sealed with a checksum so that damage shows. */
const storedRecord = z.object({
  id: z.uuid(),
  /** `organizations`, or an organization's id. What is read together is kept together. */
  shelf: z.string(),
  at: z.int(),
  format: z.int().positive(),
  json: z.string(),
  /** Hex, over the format and the JSON. Records of format 1 have none. */
  sha256: z.string(),
});

export type StoredRecord = z.infer<typeof storedRecord>;

export async function seal(event: LedgerEvent): Promise<StoredRecord> {
  const json = JSON.stringify(ledgerEvent.parse(event));
  const { id, at } = event;
  const sha256 = await checksumOf(FORMAT, json);
  return { id, shelf: shelfOf(event), at, format: FORMAT, json, sha256 };
}

export type Opened =
  | { readonly kind: 'good'; readonly event: LedgerEvent }
  /** Whole, but not in its place: nobody would find it. */
  | { readonly kind: 'misplaced'; readonly event: LedgerEvent }
  /** Not as it was written. */
  | { readonly kind: 'damaged' }
  /** Whole, and from a newer version of the assistant. */
  | { readonly kind: 'newer' };

/** The place is no part of the content: a whole event is good even off its shelf. */
const content = storedRecord.omit({ shelf: true, at: true }).loose();

export async function open(record: unknown): Promise<Opened> {
  const stored = content.safeParse(record);
  if (!stored.success) return { kind: 'damaged' };
  const { id, json, sha256, format, shelf, at } = stored.data;
  const expected = format === 1 ? '' : await checksumOf(format, json);
  if (sha256 !== expected) return { kind: 'damaged' };
  if (format > FORMAT) return { kind: 'newer' };
  const event = ledgerEvent.safeParse(migrate(parseJson(json), format));
  if (!event.success || event.data.id !== id) return { kind: 'damaged' };
  const isInPlace = shelf === shelfOf(event.data) && at === event.data.at;
  return { kind: isInPlace ? 'good' : 'misplaced', event: event.data };
}

/** Where an event is looked for. */
export function shelfOf({ kind, organization }: LedgerEvent): string {
  const isAboutOrganization = kind === 'organization-saved' || kind === 'organization-removed';
  return isAboutOrganization ? ORGANIZATIONS_SHELF : organization;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function checksumOf(format: number, json: string): Promise<string> {
  return checksum(`${format} ${json}`);
}
