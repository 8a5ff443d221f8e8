import {
  fileTypeSchema,
  leaCodeSchema,
  schoolYearSchema,
  sha256Schema,
} from '../validation/calpads-schemas.ts';
import { z } from '../validation/z.ts';

/** Different students in a file: a count, never who they are. */
export const studentsSchema = z.int().nonnegative();
/** Public 7-digit codes of schools, those with most records first. */
export const schoolCodesSchema = z
  .array(z.string().regex(/^\d{7}$/))
  .max(200)
  .readonly();

/** What the ledger keeps of a file: metadata only, never a value from inside it. */
export const attachedFileSchema = z.object({
  fileType: fileTypeSchema,
  schoolYear: schoolYearSchema,
  /** The most frequent reporting LEA in the file. */
  reportingLea: leaCodeSchema.optional(),
  /** As the page received it, e.g. `SENR 2022-23.zip`. */
  name: z.string().max(80),
  /** It is part 1, 2, … of so many; `rows` are this part's. */
  part: z
    .object({
      number: z.int().positive(),
      of: z.int().positive(),
      /**
       * Joins several files that are sent for one label, see lib/rules/part-numbers.ts. Absent for the
       * parts of one file that the assistant split: they have one content hash.
       */
      set: sha256Schema.optional(),
    })
    .optional(),
  rows: z.int().nonnegative(),
  /**
   * For the complete file on the disk, to compare school years. Absent if it has records from
   * several years, or was sent before format 4.
   */
  students: studentsSchema.optional(),
  schools: schoolCodesSchema.optional(),
  /** The sizes of the file on the disk and of what was attached. */
  sourceBytes: z.int().nonnegative(),
  attachedBytes: z.int().nonnegative(),
  /** The content hash of the file on the disk, and the standard SHA-256 of what was attached. */
  contentHash: sha256Schema,
  attachedSha256: sha256Schema,
});

export type AttachedFile = z.infer<typeof attachedFileSchema>;
