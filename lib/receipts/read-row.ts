import type { FileType } from '../calpads/file-types.ts';
import { isFileType } from '../calpads/file-types.ts';
import type { SchoolYear } from '../calpads/school-year.ts';
import type { Words } from '../words/words.ts';
import { isAbsent, readCount, readYear, shownCell } from './cell-values.ts';
import type { Column } from './columns.ts';
import type { Figures } from './figures.ts';
import { COVERED } from './pasted-lines.ts';
import { Refusal } from './refusal.ts';

/** What the help desk has received of one organization for one school year. */
export interface ReceiptRow {
  /** Empty when the table has no column for it. */
  readonly organization: string;
  readonly schoolYear: SchoolYear;
  /** Row counts; a type without a column, or without a number in it, is absent. */
  readonly counts: Readonly<Partial<Record<FileType, number>>>;
  /** 1-based line of the pasted text, or row of the pasted table. */
  readonly line: number;
}

/** No district has that many records of one type in one year; a number above is something else. */
const MOST_ROWS = 50_000_000;

/**
 * @param cells one for each column
 * @param figures takes note of how the numbers are written
 * @throws Refusal when any cell that counts is not surely what its column says
 */
export function readRow(
  cells: readonly string[],
  columns: readonly (Column | undefined)[],
  line: number,
  figures: Figures,
): ReceiptRow {
  if (cells.some((cell, at) => columns[at] && cell === COVERED)) {
    throw refuseCells(cells.filter((cell) => cell !== COVERED).length, columns.length, line);
  }
  return {
    organization: organizationOf(cells, columns, line),
    schoolYear: yearOf(cells[columns.indexOf('school year')] ?? '', line),
    counts: countsOf(cells, columns, line, figures),
    line,
  };
}

/** Too few cells, or too many: which number belongs to which column cannot be told. */
export function refuseCells(found: number, expected: number, line: number): Refusal {
  return new Refusal(line, [
    'receipt_cells',
    { count: line },
    { count: found },
    { count: expected },
  ]);
}

function organizationOf(
  cells: readonly string[],
  columns: readonly (Column | undefined)[],
  line: number,
): string {
  const at = columns.indexOf('organization');
  if (at < 0) return '';
  const organization = (cells[at] ?? '').replaceAll(/\s+/g, ' ');
  if (isAbsent(organization)) throw new Refusal(line, ['receipt_no_organization', { count: line }]);
  return organization;
}

function yearOf(cell: string, line: number): SchoolYear {
  if (isAbsent(cell)) throw new Refusal(line, ['receipt_no_year', { count: line }]);
  const year = readYear(cell);
  if (!year) throw new Refusal(line, ['receipt_year', { count: line }, shownCell(cell)]);
  return year;
}

function countsOf(
  cells: readonly string[],
  columns: readonly (Column | undefined)[],
  line: number,
  figures: Figures,
): Partial<Record<FileType, number>> {
  const counts: Partial<Record<FileType, number>> = {};
  for (const [at, column] of columns.entries()) {
    if (!column || !isFileType(column)) continue;
    const count = countOf(cells[at] ?? '', column, line, figures);
    if (count !== undefined) counts[column] = count;
  }
  return counts;
}

function countOf(
  cell: string,
  fileType: FileType,
  line: number,
  figures: Figures,
): number | undefined {
  const written = readCount(cell);
  if (written === 'absent') return undefined;
  const why: Words = ['receipt_number', { count: line }, fileType, shownCell(cell)];
  if (written === 'not a whole number') throw new Refusal(line, why);
  const { count, writing } = written;
  figures.add(writing, line, why);
  if (count > MOST_ROWS) {
    const limit = { count: MOST_ROWS };
    throw new Refusal(line, [
      'receipt_number_large',
      { count: line },
      fileType,
      shownCell(cell),
      limit,
    ]);
  }
  return count;
}
