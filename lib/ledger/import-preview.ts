import type { Organization } from '../requirements/organization.ts';
import type { CellStatus } from './cells.ts';
import { checklistOf } from './checklist.ts';
import type { CellPlace, LedgerEvent } from './events.ts';
import { standing } from './events.ts';
import { organizationsOf } from './organizations.ts';

/** What an import would change. */
export interface ImportPreview {
  readonly newEvents: readonly LedgerEvent[];
  readonly knownEvents: number;
  /** Events here that would no longer count. */
  readonly withdrawn: number;
  /** Names of the organizations that would be new here. */
  readonly newOrganizations: readonly string[];
  /** Names of the organizations whose setup would change, because the backup's is more recent. */
  readonly changedOrganizations: readonly string[];
  readonly removedOrganizations: readonly string[];
  /** Only organizations with a cell that changes. */
  readonly checklists: readonly ChecklistChange[];
}

export interface ChecklistChange {
  /** Absent for events from before an organization was set up. */
  readonly name?: string;
  readonly cells: readonly CellChange[];
}

export interface CellChange extends CellPlace {
  readonly before: CellStatus;
  readonly after: CellStatus;
}

/** @param here all events of this ledger */
export function previewImport(
  here: readonly LedgerEvent[],
  backup: readonly LedgerEvent[],
): ImportPreview {
  const known = new Set(here.map(({ id }) => id));
  const newEvents = backup.filter(({ id }) => !known.has(id));
  const both = [...here, ...newEvents];
  const left = new Set(standing(both).map(({ id }) => id));
  const before = byId(organizationsOf(here));
  const after = byId(organizationsOf(both));
  const isChanged = (one: Organization) => {
    const earlier = before.get(one.id);
    return earlier && JSON.stringify(earlier) !== JSON.stringify(one);
  };
  return {
    newEvents,
    knownEvents: backup.length - newEvents.length,
    withdrawn: standing(here).filter(({ id }) => !left.has(id)).length,
    newOrganizations: namesOf(after, ({ id }) => !before.has(id)),
    changedOrganizations: namesOf(after, isChanged),
    removedOrganizations: namesOf(before, ({ id }) => !after.has(id)),
    checklists: checklistChanges({ here, before }, { both, after }),
  };
}

type Organizations = ReadonlyMap<string, Organization>;

function byId(organizations: readonly Organization[]): Organizations {
  return new Map(organizations.map((one) => [one.id, one]));
}

function namesOf(organizations: Organizations, isMeant: (one: Organization) => unknown): string[] {
  return [...organizations.values()].filter(isMeant).map(({ name }) => name);
}

function checklistChanges(
  { here, before }: { here: readonly LedgerEvent[]; before: Organizations },
  { both, after }: { both: readonly LedgerEvent[]; after: Organizations },
): ChecklistChange[] {
  const eventsHere = Map.groupBy(here, ({ organization }) => organization);
  const eventsOfBoth = Map.groupBy(both, ({ organization }) => organization);
  return [...eventsOfBoth].flatMap(([id, events]) => {
    const cells = cellChanges(
      statuses(before.get(id), eventsHere.get(id) ?? []),
      statuses(after.get(id), events),
    );
    const name = (after.get(id) ?? before.get(id))?.name;
    return cells.length > 0 ? [{ ...(name !== undefined && { name }), cells }] : [];
  });
}

type Cell = CellPlace & { readonly status: CellStatus };

/** By type and year. */
function statuses(
  organization: Organization | undefined,
  events: readonly LedgerEvent[],
): ReadonlyMap<string, Cell> {
  const { cells } = checklistOf(organization, events);
  return new Map(cells.map((cell) => [`${cell.schoolYear} ${cell.fileType}`, cell]));
}

/** A cell that is not on a checklist is missing there. */
function cellChanges(
  before: ReadonlyMap<string, Cell>,
  after: ReadonlyMap<string, Cell>,
): CellChange[] {
  const places = new Map([...before, ...after]);
  return [...places].toSorted(byKey).flatMap(([key, { fileType, schoolYear }]) => {
    const then = before.get(key)?.status ?? 'missing';
    const now = after.get(key)?.status ?? 'missing';
    return then === now ? [] : [{ fileType, schoolYear, before: then, after: now }];
  });
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
