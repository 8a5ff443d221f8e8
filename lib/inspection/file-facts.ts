import type { FileType } from '../calpads/file-types.ts';
import type { LookAlike } from '../calpads/record-types.ts';
import type { SchoolYear } from '../calpads/school-year.ts';

/**
 * All that is known about a file after one pass over its bytes. Facts hold counts, codes and line
 * numbers. They never hold a value from a student's or a teacher's field.
 */
export interface FileFacts {
  readonly bytes: number;
  /** In hex: the SHA-256 of the SHA-256 hashes of the 4 MiB blocks, see content-hash.ts. */
  readonly contentHash: string;
  /** What the first bytes say the file is, if it is not text. */
  readonly container?: Container;
  readonly encoding: Encoding;
  /** Why the file counts as empty. Absent if it has data. */
  readonly emptiness?: Emptiness;
  /** Lines that are not blank, without the column names. */
  readonly rows: number;
  /** The 1-based line of the column names, if there are any. An ODS extract has none. */
  readonly headerLine?: number;
  /** The column names that are safe to show, see calpads/column-names.ts. */
  readonly columnNames?: readonly string[];
  readonly blankRows: number;
  readonly lineEnds: { readonly crlf: number; readonly lf: number; readonly cr: number };
  readonly endsWithLineEnd: boolean;
  /** ODS records by the file type in their first field. */
  readonly odsRecords: Counts<FileType>;
  /**
   * Records from a student information system's upload file, by file type: `SENR` without the `-R`.
   */
  readonly sisRecords: Counts<FileType>;
  readonly lookAlikes: Counts<LookAlike>;
  /** Records of other CALPADS extracts by the code in their first field, such as `SDEM-R`. */
  readonly otherExtracts: Counts<string>;
  readonly unknownRecords: number;
  /** Rows that are neither caret-delimited nor known, by their separator. */
  readonly otherSeparators: Counts<Separator>;
  /** Those of them whose first field is a file type, by type: `SENR,` or `SENR-R,`. */
  readonly separatedTypes: Counts<FileType>;
  /** Records by academic year, read from the column for their type. */
  readonly schoolYears: Counts<SchoolYear>;
  /** Records by 7-digit reporting LEA, as text to keep leading zeros. */
  readonly reportingLeas: Counts<string>;
  /** The number of different schools in the records. */
  readonly schools: number;
  /** ODS records by number of caret fields. */
  readonly fieldCounts: Counts<number>;
  readonly oddities: Readonly<Partial<Record<Oddity, OddLines>>>;
}

export type Counts<Key extends string | number> = Readonly<Partial<Record<Key, number>>>;

export type Container = 'zip' | 'xlsx' | 'excel' | 'pdf' | 'html' | 'gzip' | Document | Archive;

/** Made by an office program that is not Excel. `iwork`: Numbers, Pages or Keynote. */
type Document = 'word' | 'powerpoint' | 'ods' | 'odt' | 'opendocument' | 'iwork';

type Archive = '7z' | 'rar' | 'tar' | 'bzip2' | 'xz' | 'zstd' | 'split zip';

export type Encoding =
  | 'ascii'
  | 'utf-8'
  | 'utf-8 with mark'
  | 'windows-1252'
  | 'utf-16le'
  | 'utf-16be'
  | 'utf-32le'
  | 'utf-32be';

export type Separator = 'comma' | 'tab' | 'pipe';

/** The ways a file can be empty, in the words of the domain facts. */
export type Emptiness =
  | 'zero-bytes'
  | 'byte-order-mark-only'
  | 'blank-lines-only'
  | 'end-of-file-mark-only'
  | 'separators-only'
  | 'header-only';

/** What a line of an extract should not have. */
export type Oddity =
  | 'nul byte'
  /** The line begins with a quote, as in a spreadsheet's export. Quotes inside a name are fine. */
  | 'quoted record'
  | 'over-long record'
  /** The year is empty, or not in a form that CALPADS writes. */
  | 'no school year'
  /** Blanks stand before or after the year. It counts as that year. */
  | 'padded school year'
  | 'short reporting LEA'
  | 'several record types'
  | 'truncated last record';

export interface OddLines {
  readonly count: number;
  /** The 1-based line numbers of the first ten. */
  readonly firstLines: readonly number[];
}
