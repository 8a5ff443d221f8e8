import type { FileType } from '../file-types.ts';
import type { Bytes } from './edit.ts';
import { FEW_ROWS, recordsOf, SCHOOL_YEAR } from './edit.ts';
import type { ExpectedFinding, Form } from './form.ts';

/** A file with its right name, made from the records of a good one. */
export function edited(
  id: string,
  fileType: FileType,
  expected: readonly ExpectedFinding[],
  make: (records: string[]) => Bytes,
): Form {
  return {
    id,
    name: `${fileType} ${SCHOOL_YEAR}.txt`,
    bytes: () => make(recordsOf(fileType)),
    expected,
  };
}

/** The same, where all records must still be read as they were. */
export function traced(...[id, fileType, expected, make]: Parameters<typeof edited>): Form {
  const facts = { rows: FEW_ROWS, years: { [SCHOOL_YEAR]: FEW_ROWS } };
  return { ...edited(id, fileType, expected, make), facts };
}
