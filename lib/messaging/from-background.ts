import { begunSplitSchema } from '../ledger/begun-split.ts';
import { ledgerEvent } from '../ledger/events.ts';
import { noticeSchema } from '../ledger/notice.ts';
import { organizationSchema } from '../requirements/organization.ts';
import { leaCodeSchema } from '../validation/calpads-schemas.ts';
import { learnedControlSchema, pageStandingSchema } from '../validation/page-schemas.ts';
import { z } from '../validation/z.ts';

/** The background's answer to `read ledger`. */
export const ledgerViewSchema = z.object({
  organizations: z.array(organizationSchema).readonly(),
  /** Id of the one shown; it is not among the organizations before the first is set up. */
  current: z.uuid(),
  /** Of the current organization, in no particular order. */
  events: z.array(ledgerEvent).readonly(),
  isReadOnly: z.boolean(),
  notice: noticeSchema,
  /** Of the file inspected last, to offer at setup. */
  seenLea: leaCodeSchema.optional(),
});
export type LedgerView = z.infer<typeof ledgerViewSchema>;

/** The answer to `read everything`. */
export const allEventsSchema = z.array(ledgerEvent).readonly();

/** What became of a change. */
export const changeAnswerSchema = z.enum([
  'done',
  /** A newer version of the assistant wrote the ledger. */
  'read-only',
  /** The browser has no room left for the extension's data. */
  'no room',
  'private window',
  /** An event to be imported lies in the future. */
  'from the future',
  'failed',
]);
export type ChangeAnswer = z.infer<typeof changeAnswerSchema>;

/** The answer to `import events`: the ids of those that were new. */
export const importAnswerSchema = z.object({
  answer: changeAnswerSchema,
  added: z.array(z.uuid()).readonly(),
});
export type ImportAnswer = z.infer<typeof importAnswerSchema>;

/** The answer to `recall file`. */
export const recollectionSchema = z.object({
  /** When a file with the same content was last confirmed by the page, and under which name. */
  sentBefore: z.object({ at: z.int().positive(), name: z.string().max(80) }).optional(),
  /** Of the same content some parts were sent, and the job goes on with the next one. */
  begun: begunSplitSchema.optional(),
  /** The organization that the file counts for: the one of its LEA code, else the current one. */
  organization: z.object({ name: z.string(), reportingLea: leaCodeSchema }).optional(),
});
export type Recollection = z.infer<typeof recollectionSchema>;

/** The answer to `read page state`: none where no page of the site has reported from that tab. */
export const pageStandingAnswerSchema = pageStandingSchema
  .nullish() // on its way through Chrome `undefined` becomes `null`
  .transform((answer) => answer ?? undefined);

/** The answer to `learned controls`, oldest first. */
export const learnedControlsSchema = z.array(learnedControlSchema).readonly();
