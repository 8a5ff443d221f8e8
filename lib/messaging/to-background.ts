import { FILE_TYPES } from '../calpads/file-types.ts';
import type { SchoolYear } from '../calpads/school-year.ts';
import { parseSchoolYear } from '../calpads/school-year.ts';
import { z } from '../validation/z.ts';

/** Exactly the form `2022-23`. */
export const schoolYearSchema = z.custom<SchoolYear>(
  (value) => typeof value === 'string' && parseSchoolYear(value) === value,
);

/** What the ledger keeps of a file: metadata only, never a value from inside it. */
export const sentFileSchema = z.object({
  fileType: z.enum(FILE_TYPES),
  schoolYear: schoolYearSchema,
  /** The most frequent reporting LEA in the file: 7 digits as text. */
  reportingLea: z
    .string()
    .regex(/^\d{7}$/)
    .optional(),
  /** As the page received it, e.g. `SENR 2022-23.zip`. */
  name: z.string().max(80),
  rows: z.int().nonnegative(),
  /** Of the file on the disk and of what was attached. */
  sourceBytes: z.int().nonnegative(),
  attachedBytes: z.int().nonnegative(),
  /** Content hash of the file on the disk, standard SHA-256 of what was attached; hex. */
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  attachedSha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export type SentFile = z.infer<typeof sentFileSchema>;

/** When a file with the same content was last confirmed by the page, and under which name. */
export const earlierSendingSchema = z
  .object({ at: z.int().positive(), name: z.string().max(80) })
  .optional();

export type EarlierSending = z.infer<typeof earlierSendingSchema>;

/** Messages to the background, checked by it on arrival.*/
export const toBackground = z.discriminatedUnion('type', [
  /** Content script: a one-time token with which to greet the assist frame. */
  z.object({ type: z.literal('issue token') }),
  /** Assist frame: whoever sent this token is our content script; a token counts once. */
  z.object({ type: z.literal('redeem token'), token: z.string().max(64) }),
  /** Assist frame: the page holds these files now. */
  z.object({
    type: z.literal('files attached'),
    /** `instead` of those attached before, or `also`. */
    how: z.enum(['instead', 'also']),
    files: z.array(sentFileSchema).max(200),
  }),
  /** Assist frame: whether the very same file was sent before; answered as `earlierSendingSchema`. */
  z.object({ type: z.literal('recall file'), contentHash: sentFileSchema.shape.contentHash }),
  /** Assist frame: they were taken out of the page again. */
  z.object({ type: z.literal('files taken back') }),
  /** Content script: a page of the site was opened or reloaded in this tab. */
  z.object({ type: z.literal('page opened') }),
  /** Content script: the person clicked the page's submit button. */
  z.object({ type: z.literal('submit clicked') }),
  /** Content script: the page shows its thank-you text. */
  z.object({ type: z.literal('thank-you shown') }),
  /** Popup: the ledger, for the checklist. */
  z.object({ type: z.literal('read ledger') }),
  /** Any extension page: open the upload page in a tab. */
  z.object({ type: z.literal('open upload page') }),
  /** Any extension page: open the checklist in a tab of its own, where it stays open. */
  z.object({ type: z.literal('open checklist') }),
  /** Any extension page: open the tab that checks files without an upload page. */
  z.object({ type: z.literal('open check files') }),
]);

export type ToBackground = z.infer<typeof toBackground>;
