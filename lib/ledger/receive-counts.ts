import type { ReceiptRow } from '../receipts/read-receipts.ts';
import type { ReceiptChange } from '../receipts/receipt-diff.ts';
import { cellKey, diffReceipts } from '../receipts/receipt-diff.ts';
import type { Checklist } from './checklist.ts';
import type { LedgerEvent, NewEvent } from './events.ts';

/** What a pasted reply would do to one organization's checklist, to be seen before it is done. */
export interface CountsPlan {
  readonly changes: readonly ReceiptChange[];
  /** Cells that were sent and that the reply does not list; as `SENR 2022-23`. */
  readonly notListed: readonly string[];
  readonly events: readonly NewEvent[];
}

/**
 * @param rows of this organization alone, each year once
 * @param reply joins all events of this reply
 */
export function planCounts(
  organization: string,
  { cells }: Checklist,
  rows: readonly ReceiptRow[],
  reply: string,
): CountsPlan {
  const known = new Map(
    cells.map((cell) => [cellKey(cell.schoolYear, cell.fileType), cell.counts?.rows ?? undefined]),
  );
  const changes = diffReceipts(known, rows);
  const listed = new Set(changes.map((one) => cellKey(one.schoolYear, one.fileType)));
  const notListed = cells.filter(
    ({ sent, schoolYear, fileType }) => sent && !listed.has(cellKey(schoolYear, fileType)),
  );
  const event = { kind: 'counts-received', organization, reply } as const;
  return {
    changes,
    notListed: notListed.map(({ fileType, schoolYear }) => `${fileType} ${schoolYear}`),
    events: [
      ...changes.map(({ schoolYear, fileType, after }) => ({
        ...event,
        schoolYear,
        fileType,
        rows: after,
      })),
      ...notListed.map(({ schoolYear, fileType }) => ({
        ...event,
        schoolYear,
        fileType,
        rows: null,
      })),
    ],
  };
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
