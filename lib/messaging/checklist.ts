import { FILE_TYPES } from '../calpads/file-types.ts';
import { z } from '../validation/z.ts';
import { schoolYearSchema } from './to-background.ts';

/** The background's answer to `read ledger`. */
export const checklistSchema = z.object({
  years: z.array(schoolYearSchema),
  cells: z.array(
    z.object({
      fileType: z.enum(FILE_TYPES),
      schoolYear: schoolYearSchema,
      status: z.enum(['missing', 'ready', 'sent']),
      proof: z.object({ at: z.int(), rows: z.int(), name: z.string() }).optional(),
    }),
  ),
});

export type Checklist = z.infer<typeof checklistSchema>;
