import type { Organization } from '../requirements/organization.ts';
import { deadlineOf, uploadsItself } from '../requirements/organization.ts';
import type { CellStatus } from './cells.ts';
import type { StatusCount } from './checklist.ts';
import type { OrganizationSummary } from './summary.ts';

/** One organization in the table of all. */
export interface OrganizationRow {
  readonly organization: Organization;
  readonly summary: OrganizationSummary;
  readonly progress: Progress;
  /** Files that someone has to look at. */
  readonly problems: number;
  /** ISO date. */
  readonly due: string;
}

/** An organization whose districts upload for it is as far as they are. */
interface Progress {
  readonly of: 'files' | 'districts';
  readonly done: number;
  readonly all: number;
  /** The same as parts of a bar. */
  readonly bar: readonly StatusCount[];
}

/** Those without a summary are left out: they have just been added, and it is on its way. */
export function rowsOf(
  organizations: readonly Organization[],
  summaries: readonly OrganizationSummary[],
): OrganizationRow[] {
  const byId = new Map(summaries.map((summary) => [summary.organization, summary]));
  return organizations.flatMap((organization) => {
    const summary = byId.get(organization.id);
    return summary ? [rowOf(organization, summary)] : [];
  });
}

function rowOf(organization: Organization, summary: OrganizationSummary): OrganizationRow {
  return {
    organization,
    summary,
    progress: uploadsItself(organization) ? filesDone(summary) : districtsDone(organization),
    problems: count(summary, ['problem', 'not sure']),
    due: deadlineOf(organization),
  };
}

function filesDone(summary: OrganizationSummary): Progress {
  return {
    of: 'files',
    done: count(summary, ['sent', 'confirmed by e-mail', 'received', 'no data']),
    all: summary.counts.reduce((sum, one) => sum + one.count, 0),
    bar: summary.counts,
  };
}

function districtsDone({ districts }: Organization): Progress {
  const done = districts.filter((district) => district.done.includes('uploaded')).length;
  const all = districts.length;
  const bar: readonly StatusCount[] = [
    { status: 'received', count: done },
    { status: 'missing', count: all - done },
  ];
  return { of: 'districts', done, all, bar: bar.filter((part) => part.count > 0) };
}

function count({ counts }: OrganizationSummary, statuses: readonly CellStatus[]): number {
  return counts
    .filter(({ status }) => statuses.includes(status))
    .reduce((sum, one) => sum + one.count, 0);
}

/** Something has to be uploaded or looked at. */
export function isBehind({ progress, problems }: OrganizationRow): boolean {
  return problems > 0 || progress.done < progress.all || progress.all === 0;
}

/** Every round that an organization has, in order. */
export function roundsIn(rows: readonly OrganizationRow[]): number[] {
  const rounds = new Set(rows.flatMap(({ organization }) => organization.rounds));
  return [...rounds].toSorted((a, b) => a - b);
}

/** @param round absent: all rows */
export function withRound(
  rows: readonly OrganizationRow[],
  round: number | undefined,
): readonly OrganizationRow[] {
  if (round === undefined) return rows;
  return rows.filter(({ organization }) => organization.rounds.includes(round));
}

export const COLUMNS = ['name', 'progress', 'problems', 'due', 'next'] as const;
export type Column = (typeof COLUMNS)[number];

export type Order =
  | { readonly by: 'risk' }
  | { readonly by: Column; readonly direction: 'ascending' | 'descending' };

/** The same column again turns its order round. */
export function orderAfter(order: Order, by: Column): Order {
  const isAscending = order.by === by && order.direction === 'ascending';
  return { by, direction: isAscending ? 'descending' : 'ascending' };
}

export function inOrderOf(rows: readonly OrganizationRow[], order: Order): OrganizationRow[] {
  if (order.by === 'risk') return rows.toSorted(byRisk);
  const compare = BY_COLUMN[order.by];
  const sign = order.direction === 'ascending' ? 1 : -1;
  return rows.toSorted((a, b) => sign * compare(a, b) || byName(a, b));
}

type Compare = (a: OrganizationRow, b: OrganizationRow) => number;

/** Most problems, then what is behind, then least done, then due first. */
const byRisk: Compare = (a, b) =>
  b.problems - a.problems ||
  Number(isBehind(b)) - Number(isBehind(a)) ||
  share(a) - share(b) ||
  byDue(a, b) ||
  byName(a, b);

const byDue: Compare = (a, b) => (a.due === b.due ? 0 : a.due < b.due ? -1 : 1);
const byName: Compare = (a, b) => names.compare(a.organization.name, b.organization.name);
/** `District 2` comes before `District 10`. */
const names = new Intl.Collator('en', { numeric: true });

const BY_COLUMN: Readonly<Record<Column, Compare>> = {
  name: byName,
  progress: (a, b) => share(a) - share(b),
  problems: (a, b) => a.problems - b.problems,
  due: byDue,
  next: (a, b) => urgency(a) - urgency(b),
};

/** From 0 to 1. Nothing is done where nothing is asked for yet. */
function share({ progress: { done, all } }: OrganizationRow): number {
  return all === 0 ? 0 : done / all;
}

/** Steps in the order in which the checklist comes to them. */
const STEPS: readonly OrganizationSummary['next']['kind'][] = [
  'set up',
  'choose rounds',
  'say whether sent',
  'look at problem',
  'finish submission',
  'send part',
  'follow up districts',
  'send',
  'no e-mail yet',
  'ask for counts',
  'paste reply',
  'done',
];

function urgency({ summary }: OrganizationRow): number {
  return STEPS.indexOf(summary.next.kind);
}
