import type { FileType } from '../calpads/file-types.ts';
import type { LookAlike } from '../calpads/record-types.ts';
import type { SchoolYear } from '../calpads/school-year.ts';

/**
 * All that is known of a file after one pass over its bytes. Facts hold counts, codes and line
 * numbers; never a value of a student's or a teacher's field.
 */
export interface FileFacts {
  readonly bytes: number;
  /** Hex; SHA-256 over the SHA-256 of each 4 MiB block, see content-hash.ts. */
  readonly contentHash: string;
  /** What the first bytes say the file is, when that is not text. */
  readonly container?: Container;
  readonly encoding: Encoding;
  /** Why the file counts as empty; absent when it has data. */
  readonly emptiness?: Emptiness;
  /** Lines with something in them, column names not counted. */
  readonly rows: number;
  /** 1-based line of the column names, where there are any; an ODS extract has none. */
  readonly headerLine?: number;
  /** Those of the column names that are surely column names; see calpads/column-names.ts. */
  readonly columnNames?: readonly string[];
  readonly blankRows: number;
  readonly lineEnds: { readonly crlf: number; readonly lf: number; readonly cr: number };
  readonly endsWithLineEnd: boolean;
  /** Rows by what their first field says they are. */
  readonly odsRecords: Counts<FileType>;
  /** Records of a student information system's upload file: `SENR` without the `-R`. */
  readonly sisRecords: Counts<FileType>;
  readonly lookAlikes: Counts<LookAlike>;
  readonly unknownRecords: number;
  /** Rows that are neither caret-delimited nor known, by the separator they use instead. */
  readonly otherSeparators: Counts<Separator>;
  /** ODS records by the academic year in the column that is right for their type. */
  readonly schoolYears: Counts<SchoolYear>;
  /** ODS records by their 7-digit reporting LEA, kept as text for its leading zeros. */
  readonly reportingLeas: Counts<string>;
  /** How many different schools the ODS records name. */
  readonly schools: number;
  /** ODS records by their number of caret fields. */
  readonly fieldCounts: Counts<number>;
  readonly oddities: Readonly<Partial<Record<Oddity, OddLines>>>;
}

export type Counts<Key extends string | number> = Readonly<Partial<Record<Key, number>>>;

export type Container = 'zip' | 'xlsx' | 'excel' | 'pdf' | 'html' | 'gzip';

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

/** In the words of the domain facts: a file "has data", or is empty in one of these ways. */
export type Emptiness =
  | 'zero-bytes'
  | 'byte-order-mark-only'
  | 'blank-lines-only'
  | 'end-of-file-mark-only'
  | 'separators-only'
  | 'header-only';

/** Things that a line of an extract should not show. */
export type Oddity =
  | 'nul byte'
  /** The line begins with a quote: a spreadsheet's export. Quotes inside a name are in order. */
  | 'quoted record'
  | 'over-long record'
  | 'no school year'
  | 'short reporting LEA'
  | 'several record types'
  | 'truncated last record';

export interface OddLines {
  readonly count: number;
  /** 1-based line numbers of the first ten. */
  readonly firstLines: readonly number[];
}
