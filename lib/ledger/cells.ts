import type { FileType } from '../calpads/file-types.ts';
import { FILE_TYPES } from '../calpads/file-types.ts';
import type { SchoolYear } from '../calpads/school-year.ts';
import type { LedgerEvent } from './events.ts';

/**
 *   missing ──attached──► ready ──thank-you text──► sent
 *      ▲                    │
 *      └─────taken back─────┘      once sent, a cell stays sent
 */
export type CellStatus = 'missing' | 'ready' | 'sent';

/** One cell of the checklist: a file type in a school year. */
export interface Cell {
  readonly fileType: FileType;
  readonly schoolYear: SchoolYear;
  readonly status: CellStatus;
  /** Of the event that gave it its status: when, how many rows, under which name. */
  readonly proof?: { readonly at: number; readonly rows: number; readonly name: string };
}

/** Computes every cell of the given years from the events, in the program's order of types. */
export function cellsOf(events: readonly LedgerEvent[], years: readonly SchoolYear[]): Cell[] {
  const inOrder = events.toSorted((a, b) => a.at - b.at);
  return years.flatMap((schoolYear) =>
    FILE_TYPES.map((fileType) => {
      const own = inOrder.filter(
        ({ file }) => file.fileType === fileType && file.schoolYear === schoolYear,
      );
      return { fileType, schoolYear, ...statusOf(own) };
    }),
  );
}

function statusOf(events: readonly LedgerEvent[]): Pick<Cell, 'status' | 'proof'> {
  const sent = events.findLast(({ kind }) => kind === 'confirmed-on-page');
  if (sent) return { status: 'sent', proof: proofOf(sent) };
  const last = events.at(-1);
  if (!last || last.kind === 'taken-back') return { status: 'missing' };
  return { status: 'ready', proof: proofOf(last) };
}

function proofOf({ at, file }: LedgerEvent): NonNullable<Cell['proof']> {
  return { at, rows: file.rows, name: file.name };
}
