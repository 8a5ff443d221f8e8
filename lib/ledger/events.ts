import { FILE_TYPES } from '../calpads/file-types.ts';
import { DISTRICT_TASKS, MOU_STATES, ORGANIZATION_KINDS } from '../requirements/organization.ts';
import { STEPS } from '../requirements/six-steps.ts';
import { fileTypeSchema, leaCodeSchema, schoolYearSchema } from '../validation/calpads-schemas.ts';
import { z } from '../validation/z.ts';
import { attachedFileSchema } from './attached-file.ts';

/*
 * The ledger only ever grows by events; what the checklist shows is computed from them, and a
 * correction is one more event. Metadata only: no event holds a student's data.
 */

const isoDate = z.iso.date();
const reason = z.string().trim().min(1).max(300);

export const organizationSchema = z.object({
  id: z.uuid(),
  name: z.string().trim().max(120),
  reportingLea: leaCodeSchema.optional(),
  kind: z.enum(ORGANIZATION_KINDS),
  cycle: z.int().min(2023).max(2099),
  rounds: z.array(z.int().min(1).max(80)).max(80).readonly(),
  addedYears: z.array(schoolYearSchema).max(40).readonly(),
  removedYears: z.array(schoolYearSchema).max(40).readonly(),
  fileTypes: z.array(fileTypeSchema).max(FILE_TYPES.length).readonly(),
  deadline: isoDate.optional(),
  mou: z.object({ state: z.enum(MOU_STATES), date: isoDate.optional() }),
  stepsDone: z.array(z.enum(STEPS)).max(STEPS.length).readonly(),
  districts: z
    .array(
      z.object({
        id: z.uuid(),
        name: z.string().trim().max(120),
        contact: z.string().trim().max(200),
        done: z.array(z.enum(DISTRICT_TASKS)).max(DISTRICT_TASKS.length).readonly(),
      }),
    )
    .max(200)
    .readonly(),
});

/** E.g. `type-mismatch`: which rules there are is another room's knowledge. */
export const ruleIdSchema = z.string().regex(/^[a-z-]{3,60}$/);

const LATEST_TIME = Date.UTC(2100, 0);

const stamp = {
  /** Unique, so that two ledgers can be merged by it. */
  id: z.uuid(),
  /** Milliseconds since 1970; before 2100, for later events have later times. */
  at: z.int().positive().max(LATEST_TIME),
  organization: z.uuid(),
  /** The assistant's own version, for questions years later. */
  version: z.string().max(20),
};
const cell = { fileType: fileTypeSchema, schoolYear: schoolYearSchema };
/** `submission` joins the events of files that went to the page together. */
const submitted = { submission: z.uuid(), file: attachedFileSchema };

export const ledgerEvent = z.discriminatedUnion('kind', [
  // What the page was seen to do with a file.
  z.object({ ...stamp, kind: z.literal('attached'), ...submitted }),
  z.object({ ...stamp, kind: z.literal('taken-back'), ...submitted }),
  z.object({ ...stamp, kind: z.literal('submitted'), ...submitted }),
  z.object({ ...stamp, kind: z.literal('confirmed-on-page'), ...submitted }),
  /** Either the person's click or the page's thanks was seen, but not all that proves a sending. */
  z.object({
    ...stamp,
    kind: z.literal('confirmation-not-seen'),
    ...submitted,
    why: z.enum([
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
    ]),
  }),
  // What the person says of a cell of the checklist.
  z.object({ ...stamp, kind: z.literal('said-sent'), ...cell }),
  z.object({ ...stamp, kind: z.literal('said-not-sent'), ...cell }),
  z.object({ ...stamp, kind: z.literal('email-confirmed'), ...cell }),
  z.object({ ...stamp, kind: z.literal('no-data'), ...cell, reason }),
  /** A problem that the person looked at and found to be none. */
  z.object({ ...stamp, kind: z.literal('accepted'), ...cell, reason }),
  /** Everything before it is history; the cell starts again. */
  z.object({ ...stamp, kind: z.literal('reopened'), ...cell, reason: reason.optional() }),
  // What the help desk or the Member List says.
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
  /** Files went out in spite of these rules: the person said so twice. Nobody knows of which cell. */
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
  /** Those events count no longer: an undo, or a correction. */
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
/** Of one cell of the checklist. */
export type CellEvent = FileEvent | Extract<LedgerEvent, { fileType: unknown }>;

/** An event before the ledger gives it its id, its time and the assistant's version. */
export type NewEvent = DistributiveOmit<LedgerEvent, 'id' | 'at' | 'version'>;
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

/** The cell that an event is about. */
export function placeOf(event: CellEvent): Pick<SentFilePlace, 'fileType' | 'schoolYear'> {
  return 'file' in event ? event.file : event;
}
type SentFilePlace = FileEvent['file'];

/** The ledger's order, the same on every computer: by time, and where that is equal by id. */
export function inOrder<Event extends LedgerEvent>(events: readonly Event[]): Event[] {
  return events.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** Each once, without those that were withdrawn; a withdrawal can itself be withdrawn. */
export function standing(events: readonly LedgerEvent[]): LedgerEvent[] {
  const each = inOrder([...new Map(events.map((event) => [event.id, event])).values()]);
  const withdrawn = new Set<string>();
  for (const event of each.toReversed()) {
    if (event.kind !== 'withdrawn' || withdrawn.has(event.id)) continue;
    for (const id of event.events) withdrawn.add(id);
  }
  return each.filter(({ id }) => !withdrawn.has(id));
}
