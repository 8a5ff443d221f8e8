import type { FileType } from '../../../lib/calpads/file-types.ts';
import type { SchoolYear } from '../../../lib/calpads/school-year.ts';
import type { AttachedFile } from '../../../lib/ledger/attached-file.ts';
import type { FileEvent, LedgerEvent, NewEvent } from '../../../lib/ledger/events.ts';
import type { SmallStorage } from '../../../lib/ledger/small-storage.ts';
import type { StoreDeps } from '../../../lib/ledger/store.ts';
import type { Organization } from '../../../lib/requirements/organization.ts';
import { newOrganization } from '../../../lib/requirements/organization.ts';
import { countingIds, sentFile, uuid } from './attached-file.ts';

export const MAPLE = uuid(900_001);
export const CEDAR = uuid(900_002);
const VERSION = '0.1.0';

/** An organization of the 2023 cycle in round 5: one school year, seven files. */
export function organization(other: Partial<Organization> = {}): Organization {
  return {
    ...newOrganization(MAPLE, 2023),
    name: 'Maple Leaf Unified',
    reportingLea: '0199901',
    rounds: [5],
    ...other,
  };
}

export function saved(one: Organization): NewEvent {
  // The schema takes a list of a known length where the product has one of any length.
  return { kind: 'organization-saved', organization: one.id, saved: one } as NewEvent;
}

/** The n-th event of a ledger: its id and its time are told by n. */
export function stamped(entry: NewEvent, n: number): LedgerEvent {
  return { ...entry, id: uuid(n), at: n, version: VERSION } as LedgerEvent;
}

/** In the order in which they are given. */
export function log(...entries: readonly NewEvent[]): LedgerEvent[] {
  return entries.map((entry, place) => stamped(entry, place + 1));
}

type FileKind = Exclude<FileEvent['kind'], 'confirmation-not-seen'>;

export function did(
  kind: FileKind,
  file: AttachedFile = sentFile('SENR'),
  submission: string = uuid(800_001),
): NewEvent {
  return { kind, organization: MAPLE, submission, file };
}

export function doubted(
  file: AttachedFile = sentFile('SENR'),
  submission: string = uuid(800_001),
): NewEvent {
  const kind = 'confirmation-not-seen';
  return { kind, organization: MAPLE, submission, file, why: 'tab closed' };
}

type SaidKind = 'said-sent' | 'said-not-sent' | 'email-confirmed' | 'reopened';

export function said(
  kind: SaidKind,
  fileType: FileType = 'SENR',
  schoolYear: SchoolYear = '2022-23',
): NewEvent {
  return { kind, organization: MAPLE, fileType, schoolYear };
}

export function because(kind: 'no-data' | 'accepted', reason: string): NewEvent {
  return { kind, organization: MAPLE, fileType: 'SENR', schoolYear: '2022-23', reason };
}

export function counted(
  rows: number | null,
  fileType: FileType = 'SENR',
  schoolYear: SchoolYear = '2022-23',
): NewEvent {
  const reply = uuid(700_001);
  return { kind: 'counts-received', organization: MAPLE, fileType, schoolYear, rows, reply };
}

/** Those are the n-th events of the ledger. */
export function withdrawn(...events: readonly number[]): NewEvent {
  return { kind: 'withdrawn', organization: MAPLE, events: events.map(uuid) };
}

export function smallStorage(): SmallStorage & { readonly stored: Map<string, unknown> } {
  const stored = new Map<string, unknown>();
  return {
    stored,
    get: async (key) => stored.get(key),
    set: async (key, value) => void stored.set(key, value),
  };
}

/** A clock that goes on by a second with every look at it, and ids that can be foretold. */
export function storeDeps(other: Partial<StoreDeps> = {}): StoreDeps {
  let at = 1_700_000_000_000;
  return {
    memory: smallStorage(),
    now: () => {
      at += 1000;
      return at;
    },
    newId: countingIds(),
    version: VERSION,
    ...other,
  };
}

export function idsOf(events: readonly LedgerEvent[]): string[] {
  return events.map(({ id }) => id).toSorted();
}
