import type { FileType } from '../calpads/file-types.ts';
import { schoolYearSchema, sha256Schema } from '../validation/calpads-schemas.ts';
import { z } from '../validation/z.ts';
import { schoolCodesSchema, studentsSchema } from './attached-file.ts';
import { cellState, filesSent } from './cells.ts';
import type { CellEvent, LedgerEvent } from './events.ts';
import { byCell, standing } from './events.ts';

/** The counts of one school year, to hold the next one beside. */
export const yearCountsSchema = z
  .object({
    schoolYear: schoolYearSchema,
    /** As sent, all parts together. For a file sent without the assistant: as the help desk counts. */
    rows: z.int().nonnegative(),
    students: studentsSchema.optional(),
    schools: schoolCodesSchema.optional(),
    /** Of the file that was sent, if it was one file. */
    contentHash: sha256Schema.optional(),
  })
  .readonly();
export type LedgerYearCounts = z.infer<typeof yearCountsSchema>;

/**
 * What is known of each school year of a file type.
 * @param events of one organization, in any order
 * @param reportingLea files from another LEA are left out
 */
export function yearCounts(
  events: readonly LedgerEvent[],
  fileType: FileType,
  reportingLea: string | undefined,
): LedgerYearCounts[] {
  const ofType = byCell(standing(events)).filter((cell) => cell.fileType === fileType);
  return ofType.flatMap(({ schoolYear, events: own }) => {
    const counts = countsOf(own, reportingLea);
    return counts ? [{ schoolYear, ...counts }] : [];
  });
}

function countsOf(
  ofCell: readonly CellEvent[],
  reportingLea: string | undefined,
): Omit<LedgerYearCounts, 'schoolYear'> | undefined {
  const { status, sent, counts } = cellState(ofCell);
  const isSettled = ['sent', 'confirmed by e-mail', 'received', 'problem'].includes(status);
  if (!isSettled) return undefined;
  if (sent?.rows === undefined) return counts?.rows ? { rows: counts.rows } : undefined;
  const files = filesSent(ofCell);
  const isOther = (lea: string | undefined) => lea && reportingLea && lea !== reportingLea;
  if (files.some((file) => isOther(file.reportingLea))) return undefined;
  const [first] = files;
  const isOneFile = files.every(({ contentHash }) => contentHash === first?.contentHash);
  if (!first || !isOneFile) return { rows: sent.rows };
  const { students, schools, contentHash } = first;
  return {
    rows: sent.rows,
    contentHash,
    ...(students !== undefined && { students }),
    ...(schools && { schools }),
  };
}
