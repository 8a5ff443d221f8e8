import type { FileType } from '../calpads/file-types.ts';
import type { SchoolYear } from '../calpads/school-year.ts';
import type { Comparison } from '../receipts/reconcile.ts';
import { compareRows, sumOfParts } from '../receipts/reconcile.ts';
import type { AttachedFile } from './attached-file.ts';
import type { CellEvent, FileEvent } from './events.ts';

export const CELL_STATUSES = [
  'missing',
  'ready',
  'not sure',
  'sent',
  'confirmed by e-mail',
  'received',
  'problem',
  'no data',
] as const;

/**
 *   missing ──attached──► ready ──click, thank-you──► sent ──e-mail──► confirmed by e-mail
 *      ▲                  │   └──click, no thank-you──► not sure          │
 *      └────taken back────┘                                               ▼
 *                                     row counts: as many rows ──► received, else ──► problem
 */
export type CellStatus = (typeof CELL_STATUSES)[number];

/** What stands for a cell, from all of its events. Times in milliseconds since 1970. */
export interface CellState {
  readonly status: CellStatus;
  /** The latest sending: proven by the page's thank-you text, or on the person's word. */
  readonly sent?: {
    readonly at: number;
    readonly by: 'page' | 'person';
    /** Of all parts together; nothing when the assistant did not see the file. */
    readonly rows?: number;
    readonly name?: string;
    /** Of a file that goes in parts: the numbers of those sent so far, in order. */
    readonly parts?: {
      readonly of: number;
      readonly done: readonly number[];
      readonly contentHash: string;
    };
  };
  readonly emailAt?: number;
  readonly counts?: { readonly at: number; readonly rows: number | null };
  readonly comparison?: Comparison;
  /** Files stand in the page's form. */
  readonly readyName?: string;
  readonly doubt?: { readonly at: number; readonly why: DoubtReason };
  /** Of `no data`, or of an accepted problem. */
  readonly reason?: string;
}

export interface Cell extends CellState {
  readonly fileType: FileType;
  readonly schoolYear: SchoolYear;
}

type DoubtReason = Extract<FileEvent, { kind: 'confirmation-not-seen' }>['why'];

interface Fold {
  /** By submission. */
  ready: Map<string, AttachedFile>;
  sendings: FileEvent[];
  saidSentAt?: number | undefined;
  emailAt?: number | undefined;
  counts?: { at: number; rows: number | null } | undefined;
  doubt?: { at: number; why: DoubtReason; event: FileEvent } | undefined;
  noData?: { at: number; reason: string } | undefined;
  accepted?: { at: number; reason: string } | undefined;
}

/** @param events of one cell, standing and in the ledger's order */
export function cellState(events: readonly CellEvent[]): CellState {
  let fold = startAgain();
  for (const event of events) fold = step(fold, event);
  return judge(fold);
}

function startAgain(): Fold {
  return { ready: new Map(), sendings: [] };
}

function step(fold: Fold, event: CellEvent): Fold {
  switch (event.kind) {
    case 'attached':
      fold.ready.set(event.submission, event.file);
      fold.noData = undefined;
      return fold;
    case 'taken-back':
      fold.ready.delete(event.submission);
      return fold;
    case 'submitted':
      return fold;
    case 'confirmed-on-page':
      fold.ready.delete(event.submission);
      return addSending(fold, event);
    case 'confirmation-not-seen':
      fold.ready.delete(event.submission);
      // Of two computers the one that did not see the thank-you takes nothing from the one that did.
      if (fold.sendings.some(({ submission }) => submission === event.submission)) return fold;
      fold.doubt = { at: event.at, why: event.why, event };
      return fold;
    case 'said-sent':
      if (fold.doubt) return addSending(fold, fold.doubt.event);
      fold.saidSentAt = event.at;
      fold.noData = undefined;
      return fold;
    case 'said-not-sent':
      fold.doubt = undefined;
      fold.saidSentAt = undefined;
      return fold;
    case 'email-confirmed':
      fold.emailAt = event.at;
      return fold;
    case 'counts-received':
      fold.counts = { at: event.at, rows: event.rows };
      fold.accepted = undefined;
      return fold;
    case 'no-data':
      fold.noData = { at: event.at, reason: event.reason };
      return fold;
    case 'accepted':
      fold.accepted = { at: event.at, reason: event.reason };
      return fold;
    case 'reopened':
      return startAgain();
  }
}

/** What was proven or accepted of an earlier sending says nothing of a new one; parts of one file belong together. */
function addSending(fold: Fold, event: FileEvent): Fold {
  const earlier = fold.sendings.filter(({ file }) => isPartOfSame(file, event.file));
  return {
    ...fold,
    sendings: [...earlier, event],
    doubt: undefined,
    noData: undefined,
    accepted: undefined,
    emailAt: earlier.length > 0 ? fold.emailAt : undefined,
  };
}

function isPartOfSame(a: AttachedFile, b: AttachedFile): boolean {
  return (
    a.part !== undefined &&
    b.part !== undefined &&
    a.contentHash === b.contentHash &&
    a.part.of === b.part.of &&
    a.part.number !== b.part.number
  );
}

function judge(fold: Fold): CellState {
  const { doubt, noData, accepted, counts, emailAt } = fold;
  const sent = sentOf(fold);
  const isCountCurrent = counts !== undefined && (!sent || counts.at >= sent.at);
  const comparison = isCountCurrent ? compare(sent, counts.rows) : undefined;
  const readyName = [...fold.ready.values()].at(-1)?.name;
  const state = {
    ...(sent && { sent }),
    ...(emailAt !== undefined && { emailAt }),
    ...(counts && { counts }),
    ...(comparison && { comparison }),
    ...(readyName && { readyName }),
    ...(doubt && { doubt: { at: doubt.at, why: doubt.why } }),
  };
  const reason = accepted?.reason ?? noData?.reason;
  return { status: statusOf(), ...state, ...(reason && { reason }) };

  function statusOf(): CellStatus {
    if (doubt) return 'not sure';
    const hasRows = isCountCurrent && (counts.rows ?? 0) > 0;
    if (noData) return hasRows && !accepted ? 'problem' : 'no data';
    if (comparison && (sent || hasRows)) {
      const isRight = comparison === 'equal' || comparison === 'nothing sent';
      return accepted || (isRight && hasRows) ? 'received' : 'problem';
    }
    if (emailAt !== undefined) return 'confirmed by e-mail';
    if (sent) return isWhole(sent) ? 'sent' : 'ready';
    return readyName ? 'ready' : 'missing';
  }

  function isWhole({ rows }: NonNullable<CellState['sent']>): boolean {
    if (rows === undefined) return true; // on the person's word, which is about the whole file
    return fold.sendings.length >= (fold.sendings[0]?.file.part?.of ?? 1);
  }
}

/** Of a file sent without the assistant the rows are not known, but whether any arrived is. */
function compare(sent: CellState['sent'], received: number | null): Comparison {
  if (sent && sent.rows === undefined && received === null) return 'not listed';
  if (sent && sent.rows === undefined && received === 0) return 'zero';
  return compareRows(sent?.rows, received ?? undefined);
}

function sentOf({ sendings, saidSentAt }: Fold): CellState['sent'] {
  const last = sendings.at(-1);
  if (last && last.at >= (saidSentAt ?? 0)) {
    const rows = sumOfParts(sendings.map(({ file }) => file.rows)) ?? 0;
    const by = last.kind === 'confirmed-on-page' ? 'page' : 'person';
    const parts = partsOf(sendings);
    return { at: last.at, by, rows, name: last.file.name, ...(parts && { parts }) };
  }
  return saidSentAt === undefined ? undefined : { at: saidSentAt, by: 'person' };
}

function partsOf(sendings: readonly FileEvent[]): NonNullable<CellState['sent']>['parts'] {
  const parts = sendings.flatMap(({ file }) => (file.part ? [file.part] : []));
  const [first] = sendings;
  if (!first?.file.part) return undefined;
  const done = parts.map(({ number }) => number).toSorted((a, b) => a - b);
  return { of: first.file.part.of, done, contentHash: first.file.contentHash };
}
