import { sentFileSchema } from '../messaging/to-background.ts';
import { z } from '../validation/z.ts';

/**
 * One thing that happened to one file. The ledger only ever grows by such events; what a cell of
 * the checklist shows is computed from them. Metadata only: no event holds a student's data.
 */
export const ledgerEvent = z.object({
  /** Unique, so that two logs can be merged by it. */
  id: z.uuid(),
  /** Milliseconds since 1970. */
  at: z.int().positive(),
  kind: z.enum(['attached', 'taken-back', 'submitted', 'confirmed-on-page']),
  /** Joins the events of files that went to the page together. */
  submission: z.uuid(),
  file: sentFileSchema,
  /** The assistant's own version, for questions years later. */
  version: z.string(),
});

export type LedgerEvent = z.infer<typeof ledgerEvent>;
