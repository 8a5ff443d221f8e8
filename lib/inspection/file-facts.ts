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
  /** Records, with one that is over-long or cut off. Every other line is blank or foreign. */
  readonly rows: number;
  readonly blankRows: number;
  /**
   * Lines that are neither blank nor a record, by kind. All lines of the file are `rows`, `blankRows`
   * and these.
   */
  readonly foreignLines: ForeignLines;
  /**
   * The 1-based lines that are surely not records (`SURPLUS_KINDS`), in ascending order. At most
   * MOST_LINES_LISTED.
   */
  readonly surplusLines: readonly number[];
  /**
   * The 1-based lines that begin with the byte order mark of another file, in ascending order. At
   * most MOST_LINES_LISTED.
   */
  readonly markLines: readonly number[];
  /** The column names that are safe to show, see calpads/column-names.ts. */
  readonly columnNames?: readonly string[];
  /** Line ends by kind. `crcrlf` is CR CR LF, from a file that was converted twice. */
  readonly lineEnds: Readonly<Record<LineEnd, number>>;
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
  /** Rows that are neither caret-delimited nor known, by their separator. */
  readonly otherSeparators: Counts<Separator>;
  /** Those of them whose first field is a file type, by type: `SENR,` or `SENR-R,`. */
  readonly separatedTypes: Counts<FileType>;
  /** Records by academic year, read from the column for their type. */
  readonly schoolYears: Counts<SchoolYear>;
  /** Records by 7-digit reporting LEA, as text to keep leading zeros. */
  readonly reportingLeas: Counts<string>;
  /** Records by 7-digit school code. At most 2,000 schools. */
  readonly schools: Counts<string>;
  /**
   * About how many different students the records are about, by SSID. Absent if no record has an
   * SSID, as in CRSC. See distinct-count.ts.
   */
  readonly students?: number;
  /** ODS records by number of caret fields. */
  readonly fieldCounts: Counts<number>;
  readonly oddities: Readonly<Partial<Record<Oddity, OddLines>>>;
}

export type Counts<Key extends string | number> = Readonly<Partial<Record<Key, number>>>;

export type Container =
  | 'zip'
  | 'xlsx'
  | 'excel'
  | 'pdf'
  | 'html'
  | 'gzip'
  | 'mail'
  | Document
  | Archive;

/** Made by an office program that is not Excel. `iwork`: Numbers, Pages or Keynote. */
type Document = 'word' | 'powerpoint' | 'rtf' | 'ods' | 'odt' | 'opendocument' | 'iwork';

type Archive = '7z' | 'rar' | 'tar' | 'bzip2' | 'xz' | 'zstd' | 'split zip';

export type LineEnd = 'crlf' | 'lf' | 'cr' | 'crcrlf';

/** What a line is that is neither blank nor a record. */
export type ForeignKind =
  /** An ODS extract has no column names. */
  | 'column names'
  /** What a query tool writes after the rows, e.g. `(3 rows affected)`. */
  | 'query footer'
  /** Only separators, or a drawn line as below the column names of a query tool. */
  | 'no data'
  /** Commas, tabs or bars in place of carets. */
  | 'other separator'
  /** Carets, but no record code at the start. Often the second half of a record. */
  | 'piece of a record'
  | 'text';

export type ForeignLines = Readonly<Partial<Record<ForeignKind, OddLines>>>;

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
  | 'short school'
  /** An SSID like `1.23457E+09` or `9912345678.0`. */
  | 'SSID as number'
  /** A date like `8/15/2023`. CALPADS writes `20230815`. */
  | 'date with slashes'
  /** Fields in quotes, as a spreadsheet or a database program writes them. Not a single nickname. */
  | 'quoted fields'
  /** The byte order mark of another file at the start of the line. */
  | 'mark inside'
  /** A second record in the same line: two files were joined without a line end. */
  | 'two records'
  | 'several record types'
  | 'truncated last record';

export interface OddLines {
  readonly count: number;
  /** The 1-based line numbers of the first ten. */
  readonly firstLines: readonly number[];
}
