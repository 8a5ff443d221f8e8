import { fileTypeSchema, schoolYearSchema, sha256Schema } from '../validation/calpads-schemas.ts';
import { z } from '../validation/z.ts';
import { cellState } from './cells.ts';
import type { LedgerEvent } from './events.ts';
import { byCell, standing } from './events.ts';

/** Several files that were sent for one label, in full or in part. */
export const sentSetSchema = z
  .object({
    fileType: fileTypeSchema,
    schoolYear: schoolYearSchema,
    set: sha256Schema,
    of: z.int().positive(),
    /** The files that count as sent, with their numbers from 1. */
    sent: z
      .array(z.object({ number: z.int().positive(), contentHash: sha256Schema }).readonly())
      .readonly(),
  })
  .readonly();
export type SentSet = z.infer<typeof sentSetSchema>;

/**
 * The latest set of each label that was last sent in several files.
 * @param events of one organization, in any order
 */
export function sentSets(events: readonly LedgerEvent[]): SentSet[] {
  return byCell(standing(events)).flatMap(({ fileType, schoolYear, events: own }) => {
    const parts = cellState(own).sent?.parts;
    if (!parts?.set) return [];
    return [{ fileType, schoolYear, set: parts.set.id, of: parts.of, sent: parts.set.sent }];
  });
}
