import { attachedFileSchema } from '../ledger/attached-file.ts';
import type { NewEvent } from '../ledger/events.ts';
import { ledgerEvent, ruleIdSchema } from '../ledger/events.ts';
import { leaCodeSchema, sha256Schema } from '../validation/calpads-schemas.ts';
import { learnedControlSchema, pageStandingSchema } from '../validation/page-schemas.ts';
import { z } from '../validation/z.ts';

/** What happens in a tab of the site: from the content script and the panel's frame in it. */
export const tabMessages = [
  /** Panel: the page holds these files now, `instead` of those attached before, or `also`. */
  z.object({
    type: z.literal('files attached'),
    how: z.enum(['instead', 'also']),
    files: z.array(attachedFileSchema).max(200),
  }),
  /** Panel: they were taken out of the page again. */
  z.object({ type: z.literal('files taken back') }),
  /** Panel: the person insisted on files that these rules would have held back. */
  z.object({
    type: z.literal('files sent anyway'),
    files: z.int().min(1).max(200),
    rules: z.array(ruleIdSchema).max(50),
  }),
  /** Content script: a page of the site was opened or reloaded in this tab. */
  z.object({ type: z.literal('page opened') }),
  /** Content script: the person clicked the page's submit button. */
  z.object({ type: z.literal('submit clicked') }),
  /** Content script: the page shows its thank-you text. */
  z.object({ type: z.literal('thank-you shown') }),
  /** Content script: the page that was opened is complete, and thanks for nothing. */
  z.object({ type: z.literal('no thank-you here') }),
] as const;

/** What only the extension's own pages may ask for. */
const pageMessages = [
  /** Popup, setup: answered as `ledgerViewSchema`. */
  z.object({ type: z.literal('read ledger') }),
  /** Setup: all events of all organizations, for a backup. */
  z.object({ type: z.literal('read everything') }),
  /** What the person says; answered as `changeAnswerSchema`. */
  z.object({ type: z.literal('record'), events: z.array(z.unknown()).max(2000) }),
  /** Show this organization's checklist from now on. */
  z.object({ type: z.literal('choose organization'), organization: z.uuid() }),
  /** Answered as `importAnswerSchema`. */
  z.object({ type: z.literal('import events'), events: z.array(ledgerEvent) }),
  z.object({ type: z.literal('undo import'), events: z.array(z.uuid()) }),
  z.object({ type: z.literal('erase everything') }),
  z.object({ type: z.literal('dismiss notice') }),
  /** Popup: how the assistant stands in this tab, or in the one that asks; answered as `pageStandingAnswerSchema`. */
  z.object({ type: z.literal('read page state'), tabId: z.int().nonnegative().optional() }),
  /** Setup: forget the control that was pointed out then. */
  z.object({ type: z.literal('forget control'), at: z.int().positive() }),
] as const;

/** Messages to the background, checked by it on arrival. */
export const toBackground = z.discriminatedUnion('type', [
  /** Content script: a one-time token with which to greet the assist frame. */
  z.object({ type: z.literal('issue token') }),
  /** Assist frame: whoever sent this token is our content script; a token counts once. */
  z.object({ type: z.literal('redeem token'), token: z.string().max(64) }),
  /** Assist frame: what is known about this file's content and LEA; answered as `recollectionSchema`. */
  z.object({
    type: z.literal('recall file'),
    contentHash: sha256Schema,
    reportingLea: leaCodeSchema.optional(),
  }),
  /** Content script: how the assistant stands on the page; once for each change. */
  pageStandingSchema.extend({ type: z.literal('page state') }),
  /** Content script, setup: the controls that people pointed out; answered as `learnedControlsSchema`. */
  z.object({ type: z.literal('learned controls') }),
  /** Content script: the person pointed this one out. */
  z.object({ type: z.literal('learn control'), learned: learnedControlSchema }),
  /** From anywhere: open, in a tab of its own. */
  z.object({ type: z.literal('open upload page') }),
  z.object({ type: z.literal('open checklist') }),
  z.object({ type: z.literal('open check files') }),
  z.object({ type: z.literal('open setup') }),
  ...tabMessages,
  ...pageMessages,
]);

export type ToBackground = z.infer<typeof toBackground>;
export type TabMessage = z.infer<(typeof tabMessages)[number]>;

const PAGE_MESSAGE_TYPES: ReadonlySet<string> = new Set(
  pageMessages.map(({ shape }) => shape.type.value),
);

export function isForPagesOnly({ type }: ToBackground): boolean {
  return PAGE_MESSAGE_TYPES.has(type);
}

/** Entries of a `record` message: events that the background has yet to stamp. */
export function recordMessage(events: readonly NewEvent[]): ToBackground {
  return { type: 'record', events: [...events] };
}
