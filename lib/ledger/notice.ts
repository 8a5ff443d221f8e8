import { z } from '../validation/z.ts';

/** What the person has to know about the ledger. It stands until they have read it. */
export const noticeSchema = z
  .object({
    /** Events that were damaged or gone, and came back from the copy. */
    restored: z.int().nonnegative(),
    /** Events that are in neither database any more. */
    lost: z.int().nonnegative(),
  })
  .readonly();
export type LedgerNotice = z.infer<typeof noticeSchema>;

export const NO_NOTICE: LedgerNotice = { restored: 0, lost: 0 };
