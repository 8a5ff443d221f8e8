import type { ReceiptRow } from '../receipts/read-receipts.ts';
import type { ReceiptChange } from '../receipts/receipt-diff.ts';
import { cellKey, diffReceipts } from '../receipts/receipt-diff.ts';
import type { Organization } from '../requirements/organization.ts';
import type { Checklist } from './checklist.ts';
import { checklistOf } from './checklist.ts';
import type { CellPlace, LedgerEvent, NewEvent } from './events.ts';

/** What a pasted reply would do to one organization's checklist, to be seen before it is done. */
export interface CountsPlan {
  readonly changes: readonly ReceiptChange[];
  /** Cells that were sent and that the reply does not list; as `SENR 2022-23`. */
  readonly notListed: readonly string[];
  readonly events: readonly NewEvent[];
  /** The checklist as it would be. */
  readonly after: Checklist;
}

/**
 * @param id of the organization
 * @param organization absent before it is set up
 * @param events of this organization, in any order
 * @param rows of this organization alone, each year once
 * @param reply joins all events of this reply
 */
export function planCounts(
  id: string,
  organization: Organization | undefined,
  events: readonly LedgerEvent[],
  rows: readonly ReceiptRow[],
  reply: string,
): CountsPlan {
  const { cells } = checklistOf(organization, events);
  const known = new Map(
    cells.map((cell) => [cellKey(cell.schoolYear, cell.fileType), cell.counts?.rows ?? undefined]),
  );
  const changes = diffReceipts(known, rows);
  const listed = new Set(changes.map((one) => cellKey(one.schoolYear, one.fileType)));
  const notListed = cells.filter(
    ({ sent, schoolYear, fileType }) => sent && !listed.has(cellKey(schoolYear, fileType)),
  );
  const common = { kind: 'counts-received', organization: id, reply } as const;
  const received: readonly NewCount[] = [
    ...changes.map(({ schoolYear, fileType, after }) => ({
      ...common,
      schoolYear,
      fileType,
      rows: after,
    })),
    ...notListed.map(({ schoolYear, fileType }) => ({
      ...common,
      schoolYear,
      fileType,
      rows: null,
    })),
  ];
  return {
    changes,
    notListed: notListed.map(({ fileType, schoolYear }) => `${fileType} ${schoolYear}`),
    events: received,
    after: checklistOf(organization, [...events, ...asIfLast(received, events)]),
  };
}

type NewCount = Extract<NewEvent, { kind: 'counts-received' }>;

/** Stamps events as the ledger would if it recorded them now. Nothing of the stamp is shown. */
function asIfLast(
  received: readonly NewCount[],
  before: readonly LedgerEvent[],
): readonly LedgerEvent[] {
  const at = before.reduce((latest, event) => Math.max(latest, event.at), 0) + 1;
  return received.map((event, place) => ({
    ...event,
    id: `${event.reply} ${place}`,
    at,
    version: '',
  }));
}

/** A cell whose row count is not the one that was sent. */
export interface OtherCount extends CellPlace {
  readonly received: number;
  readonly sent: number;
}

/** The cells that would be a problem because more or fewer rows arrived than were sent. */
export function otherCounts({ cells }: Checklist): OtherCount[] {
  return cells.flatMap(({ fileType, schoolYear, status, comparison, sent, counts }) => {
    const isOther = comparison && ['fewer', 'more', 'zero'].includes(comparison);
    if (status !== 'problem' || !isOther || !counts || counts.rows === null) return [];
    return sent?.rows === undefined
      ? []
      : [{ fileType, schoolYear, received: counts.rows, sent: sent.rows }];
  });
}

/** Takes a whole reply back, in every organization that it was for. */
export function withdrawReply(events: readonly LedgerEvent[], reply: string): NewEvent[] {
  const ofReply = events.filter(
    (event) => event.kind === 'counts-received' && event.reply === reply,
  );
  return [...Map.groupBy(ofReply, ({ organization }) => organization)].map(
    ([organization, group]) => ({
      kind: 'withdrawn',
      organization,
      events: group.map(({ id }) => id),
    }),
  );
}
