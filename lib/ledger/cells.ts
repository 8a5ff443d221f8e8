import type { Comparison } from '../receipts/reconcile.ts';
import { compareRows, sumOfParts } from '../receipts/reconcile.ts';
import type { AttachedFile } from './attached-file.ts';
import type { CellEvent, CellPlace, Doubt, FileEvent } from './events.ts';

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

/** What a cell's events add up to. Times in milliseconds since 1970. */
export interface CellState {
  readonly status: CellStatus;
  /** The latest sending: proven by the page's thank-you text, or on the person's word. */
  readonly sent?: {
    readonly at: number;
    readonly by: 'page' | 'person';
    /** Of all parts together; absent when the assistant did not see the file. */
    readonly rows?: number;
    readonly name?: string;
    /** For what goes in parts: the numbers of those sent so far, in order. */
    readonly parts?: {
      readonly of: number;
      readonly done: readonly number[];
      readonly contentHash: string;
      /** The parts are files of their own: the set that joins them, and the content of each. */
      readonly set?: {
        readonly id: string;
        readonly sent: readonly { readonly number: number; readonly contentHash: string }[];
      };
    };
  };
  readonly emailAt?: number;
  readonly counts?: { readonly at: number; readonly rows: number | null };
  readonly comparison?: Comparison;
  /** Name of a file that is in the page's form. */
  readonly readyName?: string;
  readonly doubt?: { readonly at: number; readonly why: Doubt };
  /** Why there is `no data`, or why a problem was accepted. */
  readonly reason?: string;
}

export interface Cell extends CellState, Readonly<CellPlace> {}

/** The place in the ledger's order says what came first, because a clock may have been wrong. */
interface Sending {
  readonly place: number;
  readonly event: FileEvent;
}

interface Fold {
  /** By submission. */
  ready: Map<string, AttachedFile>;
  sendings: Sending[];
  saidSent?: { place: number; at: number } | undefined;
  emailAt?: number | undefined;
  counts?: { place: number; at: number; rows: number | null } | undefined;
  doubt?: (Sending & { why: Doubt }) | undefined;
  noData?: { at: number; reason: string } | undefined;
  accepted?: { at: number; reason: string } | undefined;
}

/** @param events of one cell, standing and in the ledger's order */
export function cellState(events: readonly CellEvent[]): CellState {
  return judge(foldOf(events));
}

/** The file of the latest sending that the assistant saw, or its parts that were sent. */
export function filesSent(events: readonly CellEvent[]): AttachedFile[] {
  return foldOf(events).sendings.map(({ event }) => event.file);
}

function foldOf(events: readonly CellEvent[]): Fold {
  let fold = startAgain();
  for (const [place, event] of events.entries()) fold = step(fold, event, place);
  return fold;
}

function startAgain(): Fold {
  return { ready: new Map(), sendings: [] };
}

function step(fold: Fold, event: CellEvent, place: number): Fold {
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
      return addSending(fold, { place, event });
    case 'confirmation-not-seen':
      fold.ready.delete(event.submission);
      // If one of two computers saw the thank-you, it does not matter that the other one did not.
      if (fold.sendings.some((one) => one.event.submission === event.submission)) return fold;
      fold.doubt = { place, event, why: event.why };
      return fold;
    case 'said-sent':
      if (fold.doubt) return addSending(fold, fold.doubt);
      fold.saidSent = { place, at: event.at };
      fold.noData = undefined;
      return fold;
    case 'said-not-sent':
      fold.doubt = undefined;
      fold.saidSent = undefined;
      return fold;
    case 'email-confirmed':
      fold.emailAt = event.at;
      return fold;
    case 'counts-received':
      fold.counts = { place, at: event.at, rows: event.rows };
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

/** Proofs of an earlier sending say nothing about a new one, except where both are parts of one whole. */
function addSending(fold: Fold, { place, event }: Sending): Fold {
  const earlier = fold.sendings.filter((one) => isPartOfSame(one.event.file, event.file));
  return {
    ...fold,
    sendings: [...earlier, { place, event }],
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
    wholeOf(a) === wholeOf(b) &&
    a.part.of === b.part.of &&
    a.part.number !== b.part.number
  );
}

/** What it is a part of: a set of files, or one file by its content. */
function wholeOf({ part, contentHash }: AttachedFile): string {
  return part?.set ? `set ${part.set}` : contentHash;
}

function judge(fold: Fold): CellState {
  const { doubt, noData, accepted, counts, emailAt } = fold;
  const sent = sentOf(fold);
  const sentPlace = Math.max(fold.sendings.at(-1)?.place ?? -1, fold.saidSent?.place ?? -1);
  const isCountCurrent = counts !== undefined && counts.place > sentPlace;
  const comparison = isCountCurrent ? compare(sent, counts.rows) : undefined;
  const readyName = [...fold.ready.values()].at(-1)?.name;
  const state = {
    ...(sent && { sent }),
    ...(emailAt !== undefined && { emailAt }),
    ...(counts && { counts: { at: counts.at, rows: counts.rows } }),
    ...(comparison && { comparison }),
    ...(readyName && { readyName }),
    ...(doubt && { doubt: { at: doubt.event.at, why: doubt.why } }),
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
    if (rows === undefined) return true; // the person's word is about the whole file
    return fold.sendings.length >= (fold.sendings[0]?.event.file.part?.of ?? 1);
  }
}

/** For a file sent without the assistant only this is known: whether any rows arrived. */
function compare(sent: CellState['sent'], received: number | null): Comparison {
  if (sent && sent.rows === undefined && received === null) return 'not listed';
  if (sent && sent.rows === undefined && received === 0) return 'zero';
  return compareRows(sent?.rows, received ?? undefined);
}

function sentOf({ sendings, saidSent }: Fold): CellState['sent'] {
  const last = sendings.at(-1);
  if (!last || (saidSent && saidSent.place > last.place)) {
    return saidSent && { at: saidSent.at, by: 'person' };
  }
  const events = sendings.map(({ event }) => event);
  const rows = sumOfParts(events.map(({ file }) => file.rows)) ?? 0;
  const { at, kind, file } = last.event;
  const parts = partsOf(events);
  const by = kind === 'confirmed-on-page' ? 'page' : 'person';
  return { at, by, rows, name: file.name, ...(parts && { parts }) };
}

function partsOf(sendings: readonly FileEvent[]): NonNullable<CellState['sent']>['parts'] {
  const sent = sendings.flatMap(({ file: { part, contentHash } }) =>
    part ? [{ number: part.number, contentHash }] : [],
  );
  const [first] = sendings;
  if (!first?.file.part) return undefined;
  const { of, set: id } = first.file.part;
  const done = sent.map(({ number }) => number).toSorted((a, b) => a - b);
  return { of, done, contentHash: first.file.contentHash, ...(id && { set: { id, sent } }) };
}
