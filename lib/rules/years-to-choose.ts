import type { SchoolYear } from '../calpads/school-year.ts';
import { bySchoolYear } from '../calpads/school-year.ts';
import type { CheckedFile } from './rule.ts';
import { yearHistogram } from './rule.ts';

/**
 * The school years that speak for a file, newest first. They are the years of its records. If some
 * records have none, the year in the name counts, too. An empty list means that nothing gives one.
 */
export function yearsToChoose({
  records,
  reading,
}: Pick<CheckedFile, 'records' | 'reading'>): SchoolYear[] {
  if (!records) return [];
  const years = new Set(yearHistogram(records).map(([year]) => year));
  const isUnclear = records.oddities['no school year'] !== undefined;
  if (isUnclear && reading.schoolYear) years.add(reading.schoolYear);
  return [...years].toSorted(bySchoolYear).toReversed();
}
