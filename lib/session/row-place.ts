import { readFileName } from '../calpads/file-label.ts';
import { FILE_TYPES } from '../calpads/file-types.ts';
import { bySchoolYear } from '../calpads/school-year.ts';
import type { CellPlace } from '../ledger/events.ts';
import { remembered } from '../rules/remembered.ts';
import type { FileRow } from './file-row.ts';

/**
 * What the file would be sent as. If it cannot be sent: what its name says it is for, because that
 * is the file the person has to get again. If the name is silent: what its records say.
 */
export const placeOf = remembered((row: FileRow): CellPlace | undefined => {
  const { name, plan, fileType, schoolYears } = row;
  if (plan?.kind === 'can go') return plan.label;
  const reading = readFileName(name);
  const onlyYear = schoolYears.length === 1 ? schoolYears[0]?.[0] : undefined;
  const type = reading.fileType ?? fileType;
  const schoolYear = (reading.isYearGuess && onlyYear) || reading.schoolYear || onlyYear;
  return type && schoolYear ? { fileType: type, schoolYear } : undefined;
});

/**
 * By school year, oldest first, then by type in the program's order. Files of one place stay in the
 * order in which they came. Files without a place are last.
 */
export function inOrderOfPlaces(rows: readonly FileRow[]): FileRow[] {
  return rows
    .map((row) => ({ row, place: placeOf(row) }))
    .toSorted((a, b) => byPlace(a.place, b.place))
    .map(({ row }) => row);
}

function byPlace(a: CellPlace | undefined, b: CellPlace | undefined): number {
  if (!a || !b) return Number(!a) - Number(!b);
  return (
    bySchoolYear(a.schoolYear, b.schoolYear) ||
    FILE_TYPES.indexOf(a.fileType) - FILE_TYPES.indexOf(b.fileType)
  );
}
