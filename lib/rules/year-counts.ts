import type { SchoolYear } from '../calpads/school-year.ts';
import type { FileFacts } from '../inspection/file-facts.ts';
import type { YearCounts } from './rule.ts';
import { mostFirst, yearHistogram } from './rule.ts';

/** A school with fewer records may honestly be absent in another year: a student or two moved. */
const LEAST_RECORDS = 20;
/** What the ledger keeps of each file. Only the very largest district has more schools. */
export const MOST_SCHOOLS_KEPT = 200;
/** Not schools: codes for students without one (domain facts, section 5). */
const GROUP_CODES: readonly string[] = ['0000001', '0000002'];

/**
 * The counts of a file for one school year. Students and schools of other years' records would be
 * counted, too, so they are given only if all records are from this year.
 */
export function countsFor(records: FileFacts, schoolYear: SchoolYear): YearCounts {
  if (!isOfOneYear(records, schoolYear)) return { rows: records.rows };
  const schools = mostFirst(records.schools)
    .filter(([code, count]) => count >= LEAST_RECORDS && !GROUP_CODES.includes(code))
    .map(([code]) => code)
    .slice(0, MOST_SCHOOLS_KEPT);
  return { rows: records.rows, students: records.students, schools };
}

export function isOfOneYear(records: FileFacts, schoolYear: SchoolYear): boolean {
  const years = yearHistogram(records);
  return years.length === 1 && years[0]?.[0] === schoolYear;
}
