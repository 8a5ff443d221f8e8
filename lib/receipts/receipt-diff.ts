import type { FileType } from '../calpads/file-types.ts';
import { FILE_TYPES } from '../calpads/file-types.ts';
import type { SchoolYear } from '../calpads/school-year.ts';
import { bySchoolYear } from '../calpads/school-year.ts';
import type { ReceiptRow } from './read-row.ts';

/** Names a cell of the checklist, e.g. `2022-23 SENR`. */
export type CellKey = `${SchoolYear} ${FileType}`;

export function cellKey(schoolYear: SchoolYear, fileType: FileType): CellKey {
  return `${schoolYear} ${fileType}`;
}

/** What a pasted row count does to one cell of the checklist. */
export interface ReceiptChange {
  readonly schoolYear: SchoolYear;
  readonly fileType: FileType;
  /** Row count known before; absent when there was none. */
  readonly before?: number;
  /** Row count pasted. */
  readonly after: number;
  readonly change: 'new' | 'changed' | 'same';
}

/**
 * Compares the rows pasted for one organization with its known row counts, oldest year first,
 * then in the program's order of types. Cells without a pasted number stay as they are.
 * @param known row counts by `cellKey`
 * @param rows of one organization, each year once
 */
export function diffReceipts(
  known: ReadonlyMap<string, number | undefined>,
  rows: readonly ReceiptRow[],
): ReceiptChange[] {
  const inOrder = rows.toSorted((a, b) => bySchoolYear(a.schoolYear, b.schoolYear));
  return inOrder.flatMap(({ schoolYear, counts }) =>
    FILE_TYPES.flatMap((fileType) => {
      const after = counts[fileType];
      if (after === undefined) return [];
      const before = known.get(cellKey(schoolYear, fileType));
      return [{ schoolYear, fileType, after, ...changeOf(before, after) }];
    }),
  );
}

function changeOf(
  before: number | undefined,
  after: number,
): Pick<ReceiptChange, 'before' | 'change'> {
  if (before === undefined) return { change: 'new' };
  return { before, change: before === after ? 'same' : 'changed' };
}
