import type { FileType } from '../../lib/calpads/file-types.ts';
import { FILE_TYPES } from '../../lib/calpads/file-types.ts';
import type { SchoolYear } from '../../lib/calpads/school-year.ts';
import { bySchoolYear } from '../../lib/calpads/school-year.ts';
import type { CellPlace } from '../../lib/ledger/events.ts';
import type { FileRow } from '../../lib/session/file-row.ts';
import { placeOf } from '../../lib/session/row-place.ts';

/** From the one that needs the person most to the one that needs nothing. */
const STATUSES = ['problem', 'checking', 'to fix', 'ready'] as const;

type FileStatus = (typeof STATUSES)[number];
export type FileCellStatus = FileStatus | 'missing';

export interface FileCell {
  readonly fileType: FileType;
  readonly schoolYear: SchoolYear;
  readonly status: FileCellStatus;
  /**
   * The files that want this place, the one that needs the person most first. More than one is rare.
   */
  readonly files: readonly FileRow[];
}

export interface FileTable {
  /** The required years and those of the files, oldest first. */
  readonly years: readonly SchoolYear[];
  /** Year by year, in each the seven types in the program's order. */
  readonly cells: readonly FileCell[];
  /** How many checked files have no place, because their type or year is not known. */
  readonly unplaced: number;
}

/** Sorts chosen files into school years × file types, and shows which of these no file stands for. */
export function fileTable(rows: readonly FileRow[], required: readonly SchoolYear[]): FileTable {
  const placed = rows.flatMap((row) => {
    const place = placeOf(row);
    return place ? [{ row, ...place }] : [];
  });
  const met = placed.map(({ schoolYear }) => schoolYear);
  const years = [...new Set([...required, ...met])].toSorted(bySchoolYear);
  const byCell = Map.groupBy(placed, cellKey);
  const cells = years.flatMap((schoolYear) =>
    FILE_TYPES.map((fileType): FileCell => {
      const files = (byCell.get(cellKey({ fileType, schoolYear })) ?? [])
        .map(({ row }) => row)
        .toSorted((a, b) => STATUSES.indexOf(statusOf(a)) - STATUSES.indexOf(statusOf(b)));
      const [first] = files;
      return { fileType, schoolYear, status: first ? statusOf(first) : 'missing', files };
    }),
  );
  const unplaced = rows.filter((row) => row.plan && !placeOf(row)).length;
  return { years, cells, unplaced };
}

function cellKey({ fileType, schoolYear }: CellPlace): string {
  return `${fileType} ${schoolYear}`;
}

function statusOf({ plan }: FileRow): FileStatus {
  if (!plan) return 'checking';
  if (plan.kind !== 'can go' || (plan.part && plan.part.missing > 0)) return 'problem';
  return plan.steps.length > 0 ? 'to fix' : 'ready';
}
