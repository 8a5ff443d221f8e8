import { CANARY_PREFIX } from './canaries.ts';
import type { Student } from './people.ts';
import { educatorIdOf } from './people.ts';
import type { Random } from './random.ts';
import { digits, pick } from './random.ts';

/** What a cell may read while one record is written. */
export interface RowContext {
  readonly recordCode: string;
  readonly lea: string;
  readonly random: Random;
  /** The academic year as the records write it, e.g. `2022-2023`. */
  academicYear: string;
  /** The first calendar year of the record's school year, e.g. 2022. */
  yearStart: number;
  school: string;
  student: Student;
  /** The 0-based number of the record. */
  index: number;
}

export type Cell = (row: RowContext) => string;

const oneOf =
  (...values: readonly string[]): Cell =>
  (row) =>
    pick(values, row.random);

const numbered =
  (prefix: string, below: number, width: number): Cell =>
  (row) =>
    prefix + digits(row.random(below) + 1, width);

const onDay =
  (yearOffset: number, month: string): Cell =>
  (row) =>
    `${row.yearStart + yearOffset}${month}${digits(row.random(28) + 1, 2)}`;

const personPlace = oneOf('ville', 'ton', 'field', 'port');

/**
 * The content of every kind of field, by name. Values are canaries or codes that look like CALPADS
 * codes. No list of real values was used.
 */
export const CELLS = {
  // Record keys.
  recordCode: (row) => row.recordCode,
  transaction: () => '',
  lea: (row) => row.lea,
  school: (row) => row.school,
  // The district that a student lives in. It looks like a reporting LEA but is in another field.
  residenceLea: numbered('01998', 40, 2),
  academicYear: (row) => row.academicYear,

  // Person values: all canaries.
  ssid: (row) => row.student.ssid,
  localId: (row) => row.student.localId,
  firstName: (row) => row.student.firstName,
  middleName: (row) => row.student.middleName,
  lastName: (row) => row.student.lastName,
  birthDate: (row) => row.student.birthDate,
  localRecordId: () => '',
  suffix: () => '',
  alias: () => '',
  birthTown: (row) => CANARY_PREFIX + personPlace(row),
  street: (row) => `${CANARY_PREFIX}${row.random(900) + 100} Oak St`,
  unit: () => '',
  town: (row) => CANARY_PREFIX + personPlace(row),
  postalCode: (row) => `00900-09${digits(row.random(100), 2)}`,
  guardianFirst: (row) => CANARY_PREFIX + pick(['al', 'bo', 'cy', 'di', 'ed'], row.random),
  guardianLast: (row) => row.student.lastName,
  educatorId: (row) => educatorIdOf(row.lea, row.random(400)),
  localStaffId: (row) => `${CANARY_PREFIX.toUpperCase()}T${digits(row.random(400), 3)}`,

  // Codes, flags and dates that do not identify a person.
  blank: () => '',
  gender: (row) => row.student.gender,
  flag: oneOf('Y', 'N'),
  rareFlag: oneOf('', '', '', '', '', 'Y'),
  state: () => 'CA',
  country: () => 'US',
  race: oneOf('100', '200', '401', '600', '700'),
  language: oneOf('00', '01', '02', '05', '12'),
  education: oneOf('10', '11', '12', '13', '14', '15'),
  grade: oneOf('07', '08', '09', '10', '11', '12'),
  enrollmentStatus: oneOf('10', '10', '10', '10', '20', '30'),
  enrollmentStart: onDay(0, '08'),
  enrollmentEnd: onDay(1, '06'),
  exitReason: oneOf('E155', 'E155', 'E130', 'T160', 'E230'),
  completion: oneOf('', '', '', '100', '120'),
  elStatus: oneOf('EO', 'EL', 'RFEP', 'IFEP'),
  elStatusStart: onDay(-3, '08'),
  program: oneOf('108', '113', '122', '127', '135', '144', '181'),
  academy: numbered('', 400, 4),
  stateCourse: numbered('9', 370, 3),
  localCourse: numbered('C', 900, 4),
  courseName: oneOf('English 9', 'Algebra I', 'Welding', 'Biology', 'World History', 'Studio Art'),
  courseContent: oneOf('', '201', '230', '244', '265'),
  section: numbered('', 9000, 5),
  term: oneOf('FY', 'S1', 'S2'),
  classId: numbered('K', 9000, 5),
  credits: oneOf('5.00', '5.00', '5.00', '2.50', '10.00'),
  units: oneOf('0.50', '1.00'),
  finalGrade: oneOf('A', 'A-', 'B+', 'B', 'B-', 'C+', 'C', 'D', 'F', 'P'),
  admission: oneOf('A', 'B', 'C', 'D', 'E', 'F', 'G', ''),
  pathway: numbered('', 260, 3),
  // Field 14 of SCTE is the year in which a pathway was completed. It is never the file's school
  // year.
  pathwayYear: (row) => `${row.yearStart - 2}-${row.yearStart - 1}`,
  instruction: oneOf('700', '705', '710'),
  smallCode: oneOf('1', '2', '3'),
  uploadDate: onDay(1, '08'),
  updateDate: onDay(1, '09'),
} as const satisfies Record<string, Cell>;

export type CellName = keyof typeof CELLS;

/**
 * Cells that hold, or may hold, a person's value. Their values are canaries unless they are empty.
 */
export const PERSON_CELLS: readonly CellName[] = [
  'ssid',
  'localId',
  'firstName',
  'middleName',
  'lastName',
  'birthDate',
  'localRecordId',
  'suffix',
  'alias',
  'birthTown',
  'street',
  'unit',
  'town',
  'postalCode',
  'guardianFirst',
  'guardianLast',
  'educatorId',
  'localStaffId',
];
