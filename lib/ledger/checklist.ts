import type { FileType } from '../calpads/file-types.ts';
import { FILE_TYPES } from '../calpads/file-types.ts';
import type { SchoolYear } from '../calpads/school-year.ts';
import { bySchoolYear } from '../calpads/school-year.ts';
import type { ReceiptFinding } from '../receipts/reconcile.ts';
import { findOddYears, isAmong } from '../receipts/reconcile.ts';
import type { Organization } from '../requirements/organization.ts';
import { requiredYears } from '../requirements/organization.ts';
import type { Cell, CellStatus } from './cells.ts';
import { cellState } from './cells.ts';
import type { LedgerEvent } from './events.ts';
import { byCell, standing } from './events.ts';

export interface ChecklistCell extends Cell {
  /** False for a year or type that the organization does not have to report. Its events still show. */
  readonly isRequired: boolean;
  /** The help desk was asked for row counts since the file was sent. */
  readonly isAskedAbout: boolean;
}

export interface Checklist {
  /** Required ones and any that has an event, oldest first. */
  readonly years: readonly SchoolYear[];
  /** Year by year, in each the seven types in the program's order. */
  readonly cells: readonly ChecklistCell[];
  /** Oddities of the received counts as a whole. */
  readonly findings: readonly ReceiptFinding[];
  /** When the help desk was last asked; milliseconds since 1970. */
  readonly askedAt?: number;
}

/**
 * Everything that one organization's checklist shows.
 * @param organization absent before it is set up: then the years that have events are the required ones
 * @param events of this organization, in any order
 */
export function checklistOf(
  organization: Organization | undefined,
  events: readonly LedgerEvent[],
): Checklist {
  const counted = standing(events);
  const withEvents = byCell(counted);
  const required = organization ? requiredYears(organization) : [];
  const met = withEvents.map(({ schoolYear }) => schoolYear);
  const years = [...new Set([...required, ...met])].toSorted(bySchoolYear);
  const asked = counted.findLastIndex(({ kind }) => kind === 'asked');
  const beforeAsking = new Set(counted.slice(0, Math.max(asked, 0)));
  const cells = years.flatMap((schoolYear) =>
    FILE_TYPES.map((fileType): ChecklistCell => {
      const own =
        withEvents.find((cell) => cell.fileType === fileType && cell.schoolYear === schoolYear)
          ?.events ?? [];
      const isRequired = organization
        ? required.includes(schoolYear) && organization.fileTypes.includes(fileType)
        : true;
      const state = cellState(own);
      const sentThen = cellState(own.filter((event) => beforeAsking.has(event))).sent;
      const isAskedAbout = sentThen !== undefined && sentThen.at === state.sent?.at;
      return { fileType, schoolYear, isRequired, isAskedAbout, ...state };
    }),
  );
  const findings = findOddYears(years.map((year) => countsOf(year, cells)));
  const askedAt = counted[asked]?.at;
  return {
    years,
    cells: cells.map((cell) =>
      isDoubtful(cell, findings) ? { ...cell, status: 'problem' } : cell,
    ),
    findings,
    ...(askedAt !== undefined && { askedAt }),
  };
}

function countsOf(schoolYear: SchoolYear, cells: readonly Cell[]) {
  const counted = cells.flatMap(({ fileType, counts, ...cell }) =>
    cell.schoolYear === schoolYear && counts && counts.rows !== null
      ? [[fileType, counts.rows] as const]
      : [],
  );
  return { schoolYear, counts: Object.fromEntries(counted) as Partial<Record<FileType, number>> };
}

/** Two years have the same count: at least one is wrong, until someone accepts it. */
function isDoubtful(cell: Cell, findings: readonly ReceiptFinding[]): boolean {
  return (
    cell.status === 'received' &&
    cell.reason === undefined &&
    findings.some((finding) => isAmong(cell, finding))
  );
}

export interface Totals {
  readonly required: number;
  readonly received: number;
  /** Sent or confirmed by e-mail, not yet in the row counts. */
  readonly sent: number;
  readonly missing: number;
  readonly problems: number;
  readonly noData: number;
}

/** Counts the required cells among those given: a row, a column, or all. */
export function totalsOf(cells: readonly ChecklistCell[]): Totals {
  const required = cells.filter(({ isRequired }) => isRequired);
  const count = (...statuses: readonly Cell['status'][]) =>
    required.filter(({ status }) => statuses.includes(status)).length;
  return {
    required: required.length,
    received: count('received'),
    sent: count('sent', 'confirmed by e-mail'),
    missing: count('missing', 'ready'),
    problems: count('problem', 'not sure'),
    noData: count('no data'),
  };
}

export interface StatusCount {
  readonly status: CellStatus;
  readonly count: number;
}

/** What is done comes first, then what is open, then what someone has to look at. */
const DONE_FIRST: readonly CellStatus[] = [
  'received',
  'confirmed by e-mail',
  'sent',
  'no data',
  'ready',
  'missing',
  'not sure',
  'problem',
];

/** How many cells have each status, without those that no cell has. */
export function statusCounts(cells: readonly ChecklistCell[]): StatusCount[] {
  return DONE_FIRST.map((status) => ({
    status,
    count: cells.filter((cell) => cell.status === status && isCounted(cell)).length,
  })).filter(({ count }) => count > 0);
}

/** A cell that is not required is no gap. But a doubt or a problem counts in any cell. */
export function isCounted({ isRequired, status }: ChecklistCell): boolean {
  return isRequired || status === 'problem' || status === 'not sure';
}
