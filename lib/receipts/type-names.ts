import type { FileType } from '../calpads/file-types.ts';
import { FILE_TYPE_NAMES } from '../calpads/file-types.ts';

/** Words around a type that say only that its column counts rows. */
const AFTER = ['Count', 'Counts', 'Rows', 'Row Count', 'Records', 'Record Count', '#'] as const;
const BEFORE = ['#', 'Number of', 'Count of', 'Rows of', 'No. of'] as const;

/**
 * What people write above the row counts of a file type: `SENR`, `Student Enrollment`, both, `SENR-R`
 * as in the records, `SENR Count`, `# SENR`, `CALPADS SENR`.
 */
export function namesOfType(code: FileType): string[] {
  const name = FILE_TYPE_NAMES[code];
  return [code, `${code}-R`, name, `${code} ${name}`, `${name} ${code}`].flatMap((core) => [
    core,
    `CALPADS ${core}`,
    ...BEFORE.map((word) => `${word} ${core}`),
    ...AFTER.flatMap((word) => [`${core} ${word}`, `CALPADS ${core} ${word}`]),
  ]);
}
