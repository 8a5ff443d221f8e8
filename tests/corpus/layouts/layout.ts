import type { CellName } from '../cells.ts';
import { PERSON_CELLS } from '../cells.ts';
import type { FileType } from '../file-types.ts';

/** One field: its heading in the CALPADS file specifications and its kind of value. */
export type Field = readonly [heading: string, cell: CellName];

/**
 * The shape of one file type's records. Positions are 1-based field numbers.
 *
 * `body` is the longest known record without its two trailing dates. A shorter record lacks the
 * last fields of the body. The dates (upload date, last updated) always come last.
 */
export interface Layout {
  readonly fileType: FileType;
  /** Field 1, e.g. `SENR-R`. */
  readonly recordCode: string;
  /** Field counts seen in ODS files, ascending, with the dates. */
  readonly fieldCounts: readonly number[];
  readonly yearPosition: number;
  readonly leaPosition: number;
  readonly schoolPosition: number;
  /** Absent in CRSC, which has no students. */
  readonly ssidPosition?: number;
  /** The 1-based fields that may hold a person's value. */
  readonly personPositions: readonly number[];
  /**
   * The average number of rows per student in a file. SCSC has a row per course, SINF one per
   * student.
   */
  readonly rowsPerStudent: number;
  readonly body: readonly Field[];
}

export type LayoutFacts = Omit<Layout, 'personPositions' | 'recordCode'>;

/** Completes a file type's facts with the values that follow from them. */
export function layoutOf(facts: LayoutFacts): Layout {
  const personPositions = facts.body.flatMap(([, cell], index) =>
    PERSON_CELLS.includes(cell) ? [index + 1] : [],
  );
  return { ...facts, recordCode: `${facts.fileType}-R`, personPositions };
}

/** The first three fields in every record. */
export const RECORD_HEAD: readonly Field[] = [
  ['Record Type Code', 'recordCode'],
  ['Transaction Type Code', 'transaction'],
  ['Local Record ID', 'localRecordId'],
];

/** Fields 4 to 6 for the types whose records have no dates before the LEA. */
export const LEA_SCHOOL_YEAR: readonly Field[] = [
  ['Reporting LEA', 'lea'],
  ['School of Attendance', 'school'],
  ['Academic Year ID', 'academicYear'],
];

/** Fields 7 to 12 in SCSC, SCTE, SELA and SPRG. */
export const SHORT_STUDENT: readonly Field[] = [
  ['SSID', 'ssid'],
  ['Local Student ID', 'localId'],
  ['Student Legal First Name', 'firstName'],
  ['Student Legal Last Name', 'lastName'],
  ['Student Birth Date', 'birthDate'],
  ['Student Gender Code', 'gender'],
];

/** The student fields as SENR and SINF have them. */
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

/** The two fields that an ODS extract adds to every input record. */
export const TRAILING_DATES: readonly Field[] = [
  ['Upload Date', 'uploadDate'],
  ['Last Updated Date', 'updateDate'],
];
