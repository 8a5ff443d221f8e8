import { organizationSchema } from '../requirements/organization.ts';
import { fileTypeSchema, schoolYearSchema } from '../validation/calpads-schemas.ts';
import { z } from '../validation/z.ts';
import type { AttachedFile } from './attached-file.ts';
import { attachedFileSchema } from './attached-file.ts';
import { LAST_MOMENT } from './clock.ts';

/*
 * The ledger only grows, by events. The checklist is computed from them, and a correction is one
 * more event. Metadata only: no event holds a student's data.
 */

const reason = z.string().trim().min(1).max(300);

/** For example `type-mismatch`. Which rules exist is known by another room. */
export const ruleIdSchema = z.string().regex(/^[a-z-]{3,60}$/);

const stamp = {
  /** Unique, so that two ledgers can be merged by it. */
  id: z.uuid(),
  /** Milliseconds since 1970, by the clock of the computer that recorded it. That clock may be wrong. */
  at: z.int().positive().max(LAST_MOMENT),
  /** Events recorded before this one although their times are later: one of the two clocks was wrong. */
  follows: z.array(z.uuid()).readonly().optional(),
  organization: z.uuid(),
  /** The assistant's own version, for questions years later. */
  version: z.string().max(20),
};
const cell = { fileType: fileTypeSchema, schoolYear: schoolYearSchema };
/** `submission` joins the events of files that went to the page together. */
const submitted = { submission: z.uuid(), file: attachedFileSchema };

/** Either the person's click or the page's thanks was seen, but not all that proves a sending. */
export const doubtSchema = z.enum([
  // After the click, no thank-you text was seen.
  'tab closed',
  'another page',
  'no answer',
  /** After the click, the file left the page before the thank-you text was seen. */
  'file left',
  /** After the click, the page thanked, but it was never seen holding the file. */
  'file not seen',
  /** The page thanked, but the person's click was not seen. */
  'no click',
]);
export type Doubt = z.infer<typeof doubtSchema>;

export const ledgerEvent = z.discriminatedUnion('kind', [
  // What the page did with a file.
  z.object({ ...stamp, kind: z.literal('attached'), ...submitted }),
  z.object({ ...stamp, kind: z.literal('taken-back'), ...submitted }),
  z.object({ ...stamp, kind: z.literal('submitted'), ...submitted }),
  z.object({ ...stamp, kind: z.literal('confirmed-on-page'), ...submitted }),
  z.object({ ...stamp, kind: z.literal('confirmation-not-seen'), ...submitted, why: doubtSchema }),
  // What the person says about a cell of the checklist.
  z.object({ ...stamp, kind: z.literal('said-sent'), ...cell }),
  z.object({ ...stamp, kind: z.literal('said-not-sent'), ...cell }),
  z.object({ ...stamp, kind: z.literal('email-confirmed'), ...cell }),
  z.object({ ...stamp, kind: z.literal('no-data'), ...cell, reason }),
  /** A problem that the person looked at and found to be none. */
  z.object({ ...stamp, kind: z.literal('accepted'), ...cell, reason }),
  /** Everything before it is history; the cell starts again. */
  z.object({ ...stamp, kind: z.literal('reopened'), ...cell, reason: reason.optional() }),
  // What the help desk or the Member List says about a cell.
  z.object({
    ...stamp,
    kind: z.literal('counts-received'),
    ...cell,
    /** Nothing: the reply has no count for this cell. */
    rows: z.int().nonnegative().nullable(),
    /** Joins the events of one pasted reply. */
    reply: z.uuid(),
  }),
  // What concerns the organization as a whole.
  /** The person confirmed twice to send files that these rules hold back. Their cells are not known. */
  z.object({
    ...stamp,
    kind: z.literal('sent-anyway'),
    files: z.int().min(1).max(200),
    rules: z.array(ruleIdSchema).max(50).readonly(),
  }),
  z.object({
    ...stamp,
    kind: z.literal('asked'),
    schoolYears: z.array(schoolYearSchema).max(40).readonly(),
  }),
  /** Those events no longer count: an undo, or a correction. */
  z.object({
    ...stamp,
    kind: z.literal('withdrawn'),
    events: z.array(z.uuid()).max(2000).readonly(),
  }),
  z.object({ ...stamp, kind: z.literal('organization-saved'), saved: organizationSchema }),
  z.object({ ...stamp, kind: z.literal('organization-removed') }),
]);

export type LedgerEvent = z.infer<typeof ledgerEvent>;

export type FileEvent = Extract<LedgerEvent, { file: unknown }>;
/** An event about one cell of the checklist. */
export type CellEvent = FileEvent | Extract<LedgerEvent, { fileType: unknown }>;

/** An event before the ledger gives it its id, its time and the assistant's version. */
export type NewEvent = DistributiveOmit<LedgerEvent, 'id' | 'at' | 'follows' | 'version'>;
type DistributiveOmit<Union, Keys extends PropertyKey> = Union extends unknown
  ? Omit<Union, Keys>
  : never;

/** Checks all of a new event: any stamp makes it an event. */
export const newEventSchema = z.custom<NewEvent>((value) => {
  if (typeof value !== 'object' || value === null) return false;
  const anyStamp = { id: '00000000-0000-4000-8000-000000000000', at: 1, version: '' };
  return ledgerEvent.safeParse({ ...value, ...anyStamp }).success;
});

export function isCellEvent(event: LedgerEvent): event is CellEvent {
  return 'file' in event || 'fileType' in event;
}

/** Which cell of a checklist. */
export type CellPlace = Pick<AttachedFile, 'fileType' | 'schoolYear'>;

/** The cell that an event is about. */
export function placeOf(event: CellEvent): CellPlace {
  return 'file' in event ? event.file : event;
}

export interface CellEvents extends CellPlace {
  readonly events: readonly CellEvent[];
}

/** @param events standing, and in the ledger's order */
export function byCell(events: readonly LedgerEvent[]): CellEvents[] {
  const cells = Map.groupBy(events.filter(isCellEvent), (event) => {
    const { fileType, schoolYear } = placeOf(event);
    return `${fileType} ${schoolYear}`;
  });
  return [...cells.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { fileType, schoolYear } = placeOf(first);
    return [{ fileType, schoolYear, events: own }];
  });
}

/**
 * The ledger's order, the same on every computer: by time, and by id where times are equal. But an
 * event that another one `follows` comes just before that one, whatever its own time says. So an
 * event recorded by a wrong clock stays where it belongs.
 */
export function inOrder<Event extends LedgerEvent>(events: readonly Event[]): Event[] {
  const byTime = events.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const followers = new Map<string, string>();
  for (const { id, follows = [] } of byTime) {
    for (const earlier of follows) if (!followers.has(earlier)) followers.set(earlier, id);
  }
  if (followers.size === 0) return byTime;
  const before = Map.groupBy(byTime, ({ id }) => followers.get(id));
  const free = before.get(undefined) ?? [];
  // A forged ledger may have circles. Their events count, too: they come first.
  return backwards([...free.toReversed(), ...byTime.toReversed()], before).toReversed();
}

/** Each event once, and right after it those that belong before it, the latest first. */
function backwards<Event extends LedgerEvent>(
  latestFirst: readonly Event[],
  before: ReadonlyMap<string | undefined, readonly Event[]>,
): Event[] {
  const placed = new Set<Event>();
  const waiting = latestFirst.toReversed();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (placed.has(next)) continue;
    placed.add(next);
    waiting.push(...(before.get(next.id) ?? []));
  }
  return [...placed];
}

/** Each event once, without those that were withdrawn. A withdrawal can itself be withdrawn. */
export function standing(events: readonly LedgerEvent[]): LedgerEvent[] {
  const each = inOrder([...new Map(events.map((event) => [event.id, event])).values()]);
  const withdrawn = new Set<string>();
  for (const event of each.toReversed()) {
    if (event.kind !== 'withdrawn' || withdrawn.has(event.id)) continue;
    for (const id of event.events) withdrawn.add(id);
  }
  return each.filter(({ id }) => !withdrawn.has(id));
}
