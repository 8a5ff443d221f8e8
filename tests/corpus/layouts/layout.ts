import type { CellName } from '../cells.ts';
import { PERSON_CELLS } from '../cells.ts';
import type { FileType } from '../file-types.ts';

/** One field: its heading in the CALPADS file specifications and the kind of value it holds. */
export type Field = readonly [heading: string, cell: CellName];

/**
 * The shape of one file type's records. Positions are 1-based field numbers.
 *
 * `body` is the longest known record without its two trailing dates; a shorter record lacks the
 * last body fields, and the dates (upload date, last updated) always come last.
 */
export interface Layout {
  readonly fileType: FileType;
  /** Field 1, e.g. `SENR-R`. */
  readonly recordCode: string;
  /** Field counts seen in ODS files, ascending, dates included. */
  readonly fieldCounts: readonly number[];
  readonly yearPosition: number;
  readonly leaPosition: number;
  readonly schoolPosition: number;
  /** Absent in CRSC, which has no students. */
  readonly ssidPosition?: number;
  /** 1-based fields that may hold a value of a person. */
  readonly personPositions: readonly number[];
  /** Rows one student has in a file on average: SCSC has a row per course, SINF one per student. */
  readonly rowsPerStudent: number;
  readonly body: readonly Field[];
}

export type LayoutFacts = Omit<Layout, 'personPositions' | 'recordCode'>;

/** Completes the facts of a file type with what follows from them. */
export function layoutOf(facts: LayoutFacts): Layout {
  const personPositions = facts.body.flatMap(([, cell], index) =>
    PERSON_CELLS.includes(cell) ? [index + 1] : [],
  );
  return { ...facts, recordCode: `${facts.fileType}-R`, personPositions };
}

/** The first three fields of every record. */
export const RECORD_HEAD: readonly Field[] = [
  ['Record Type Code', 'recordCode'],
  ['Transaction Type Code', 'transaction'],
  ['Local Record ID', 'localRecordId'],
];

/** Fields 4 to 6 of the types whose records have no dates before the LEA. */
export const LEA_SCHOOL_YEAR: readonly Field[] = [
  ['Reporting LEA', 'lea'],
  ['School of Attendance', 'school'],
  ['Academic Year ID', 'academicYear'],
];

/** Fields 7 to 12 of SCSC, SCTE, SELA and SPRG. */
export const SHORT_STUDENT: readonly Field[] = [
  ['SSID', 'ssid'],
  ['Local Student ID', 'localId'],
  ['Student Legal First Name', 'firstName'],
  ['Student Legal Last Name', 'lastName'],
  ['Student Birth Date', 'birthDate'],
  ['Student Gender Code', 'gender'],
];

/** The student's names as SENR and SINF have them. */
export const LONG_STUDENT: readonly Field[] = [
  ['SSID', 'ssid'],
  ['Local Student ID', 'localId'],
  ['Student Legal First Name', 'firstName'],
  ['Student Legal Middle Name', 'middleName'],
  ['Student Legal Last Name', 'lastName'],
  ['Student Name Suffix', 'suffix'],
  ['Student Alias First Name', 'alias'],
  ['Student Alias Middle Name', 'alias'],
  ['Student Alias Last Name', 'alias'],
  ['Student Birth Date', 'birthDate'],
  ['Student Gender Code', 'gender'],
  ['Student Birth City', 'birthTown'],
  ['Student Birth State Province Code', 'state'],
  ['Student Birth Country Code', 'country'],
];

/** The two fields an ODS extract adds to every input record. */
export const TRAILING_DATES: readonly Field[] = [
  ['Upload Date', 'uploadDate'],
  ['Last Updated Date', 'updateDate'],
];
