import { fileTypeSchema, schoolYearSchema } from '../validation/calpads-schemas.ts';
import { z } from '../validation/z.ts';
import { cellState } from './cells.ts';
import type { LedgerEvent } from './events.ts';
import { byCell, standing } from './events.ts';

/** A file that goes in parts: some parts were sent and some were not. */
export const begunSplitSchema = z
  .object({
    fileType: fileTypeSchema,
    schoolYear: schoolYearSchema,
    packing: z.enum(['zip', 'text parts']),
    of: z.int().positive(),
    /** Numbers of the parts that count as sent, from 1. */
    done: z.array(z.int().positive()).readonly(),
  })
  .readonly();
export type BegunSplit = z.infer<typeof begunSplitSchema>;

/**
 * Finds a file with exactly this content that was sent in part.
 * @param events of one organization, in any order
 */
export function begunSplit(
  events: readonly LedgerEvent[],
  contentHash: string,
): BegunSplit | undefined {
  for (const { fileType, schoolYear, events: own } of byCell(standing(events))) {
    const { sent } = cellState(own);
    if (!sent?.parts || sent.parts.set) continue;
    const { of, done } = sent.parts;
    if (sent.parts.contentHash !== contentHash || done.length >= of) continue;
    const packing = sent.name?.endsWith('.zip') ? 'zip' : 'text parts';
    return { fileType, schoolYear, packing, of, done };
  }
  return undefined;
}
