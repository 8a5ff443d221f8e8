import type { FileType } from '../calpads/file-types.ts';
import { FILE_TYPES } from '../calpads/file-types.ts';
import type { RecordLayout } from '../calpads/record-layouts.ts';
import { RECORD_LAYOUTS } from '../calpads/record-layouts.ts';
import type { LookAlike, RecordType } from '../calpads/record-types.ts';
import { readRecordType, typeOfSeparated } from '../calpads/record-types.ts';
import type { SchoolYear } from '../calpads/school-year.ts';
import { readYearField } from '../calpads/school-year.ts';
import { ascii, digitsAt } from './ascii.ts';
import { CodeReader, LONGEST_CODE_BYTES } from './code-reader.ts';
import {
  hasSecondRecord,
  isShortCode,
  isSsidANumber,
  readFieldDamage,
  SSID_FIELDS,
} from './damaged-fields.ts';
import { DistinctCount } from './distinct-count.ts';
import type { ForeignKind, LineEnd, Oddity, OddLines, Separator } from './file-facts.ts';
import { UTF8_MARK } from './first-bytes.ts';
import type { Place } from './foreign-lines.ts';
import { isSurplus, MOST_LINES_LISTED, readOtherLine } from './foreign-lines.ts';
import { Line } from './line.ts';
import { SchoolCounts } from './school-counts.ts';
import { LinesByKind, Tally } from './tally.ts';

/** A longer line is not a record: the longest layout takes about 500 bytes. */
export const LONGEST_RECORD_BYTES = 64 * 1024;

const LF = 10;
const CR = 13;
const QUOTE = 34;
const CARET = 94;
/** How the records of an extract begin. */
const RECORD_STARTS: readonly string[] = FILE_TYPES.map((fileType) => `${fileType}-R^`);

/**
 * Told about each line that may be a record, after it is counted, in order: its range in `bytes`, with its line end and
 * without byte order marks before a record, and the school year if it is a record that has one. The
 * end of a line that ends with CR CR LF comes in a second call. `bytes` are valid during the call.
 */
export type LineListener = (
  bytes: Uint8Array<ArrayBuffer>,
  start: number,
  end: number,
  year: SchoolYear | undefined,
) => void;

/** The most column names to keep from a header. */
const MOST_FIELDS = 256;
/** An SSID has ten digits. Five at a time are a small integer. */
const HALF_SSID = 5;
/** In every layout, the last field with a code. */
const FIELDS_READ = Math.max(
  ...Object.values(RECORD_LAYOUTS).flatMap(({ academicYear, reportingLea, school }) => [
    academicYear,
    reportingLea,
    school,
  ]),
);

/**
 * Splits bytes into lines and counts what they hold. A block may end anywhere, even between CR and
 * LF. The scanner works on bytes, because carets, digits and codes are ASCII in every encoding that
 * it is given.
 *
 *   feed(block) ──► complete lines of the block ──► #line()
 *        └──► the unfinished last line is carried over to the next block
 */
export class RecordScanner {
  rows = 0;
  blankRows = 0;
  readonly lineEnds: Record<LineEnd, number> = { crlf: 0, lf: 0, cr: 0, crcrlf: 0 };
  endsWithLineEnd = false;
  readonly odsRecords = new Tally<FileType>();
  readonly sisRecords = new Tally<FileType>();
  readonly lookAlikes = new Tally<LookAlike>();
  readonly otherExtracts = new Tally<string>();
  readonly otherSeparators = new Tally<Separator>();
  readonly separatedTypes = new Tally<FileType>();
  readonly schoolYears = new Tally<SchoolYear>();
  readonly reportingLeas = new Tally<string>();
  readonly #schools = new SchoolCounts();
  readonly #students = new DistinctCount();
  #hasStudents = false;
  readonly fieldCounts = new Tally<number>();
  readonly #oddities = new LinesByKind<Oddity>();
  readonly #foreign = new LinesByKind<ForeignKind>();
  readonly surplusLines: number[] = [];
  readonly markLines: number[] = [];
  /** Whether there was a Ctrl-Z end-of-file mark. */
  endOfFileMark = false;
  columnNames: readonly string[] = [];

  #lineNumber = 1;
  #lastColumnNames = 0;
  /** Whether the line before ended with a CR alone. A line end CR CR LF begins like this. */
  #isAfterCr = false;
  #lastCaretCount = -1;
  #carry = new Uint8Array(0);
  #skippingOverLong = false;
  /** The school year of the line that was counted last. */
  #lineYear: SchoolYear | undefined;
  readonly #onLine: LineListener | undefined;
  readonly #line = new Line(FIELDS_READ);
  #firstType: FileType | undefined;
  readonly #types = new CodeReader(readRecordType);
  readonly #years = new CodeReader(readYearField);
  readonly #leas = new CodeReader(readReportingLea);

  constructor(onLine?: LineListener) {
    this.#onLine = onLine;
  }

  /** Records by 7-digit school code. */
  get schools(): ReadonlyMap<string, number> {
    return this.#schools.counts;
  }

  /** About how many different SSIDs there are. Undefined if there is none. */
  get students(): number | undefined {
    return this.#hasStudents ? this.#students.estimate : undefined;
  }

  get oddities(): Partial<Record<Oddity, OddLines>> {
    return Object.fromEntries(this.#oddities.lines);
  }

  get foreignLines(): Partial<Record<ForeignKind, OddLines>> {
    return Object.fromEntries(this.#foreign.lines);
  }

  feed(block: Uint8Array<ArrayBuffer>): void {
    const hasUnfinishedLine = this.#carry.length > 0 || this.#skippingOverLong;
    const lineEnd = hasUnfinishedLine ? indexAfterLineEnd(this.#carry, block) : 0;
    if (lineEnd === undefined) {
      this.#carryOver(joined(this.#carry, block));
      return;
    }
    if (hasUnfinishedLine) this.#finishLine(joined(this.#carry, block.subarray(0, lineEnd)));
    const rest = block.subarray(lineEnd);
    this.#carryOver(rest.subarray(this.#scan(rest, false)));
  }

  /** Call once after the last block. The carried bytes are the last line. */
  finish(): void {
    if (this.#isCutOff(this.#carry)) {
      this.#oddities.add('truncated last record', this.#lineNumber);
      this.rows += 1; // it is sent with the others if the person goes on
      this.#carry = new Uint8Array(0);
      return;
    }
    const isUnfinished = this.#carry.length > 0 || this.#skippingOverLong;
    this.endsWithLineEnd = !isUnfinished || endsWithCr(this.#carry);
    if (isUnfinished) this.#finishLine(this.#carry);
  }

  /**
   * Whether a last line without a line end begins like a record, but has fewer fields than most
   * records in this file.
   */
  #isCutOff(lastLine: Uint8Array): boolean {
    if (lastLine.length === 0 || endsWithCr(lastLine) || !beginsLikeRecord(lastLine)) return false;
    const [usual] = [...this.fieldCounts.counts].toSorted(([, a], [, b]) => b - a)[0] ?? [];
    if (usual === undefined) return false;
    return lastLine.filter((byte) => byte === CARET).length + 1 < usual;
  }

  /** @param line a carried line with its line end, or without one at the end of the file */
  #finishLine(line: Uint8Array<ArrayBuffer>): void {
    this.#carry = new Uint8Array(0);
    if (!this.#skippingOverLong) {
      this.#scan(line, true);
      return;
    }
    this.#skippingOverLong = false;
    this.#isAfterCr = endsWithCr(line);
    if (this.#isAfterCr) this.lineEnds.cr += 1;
    else if (line.at(-2) === CR) this.lineEnds.crlf += 1;
    else if (line.length > 0) this.lineEnds.lf += 1;
    this.#overLong();
  }

  #carryOver(unfinished: Uint8Array): void {
    const textBytes = unfinished.length - (endsWithCr(unfinished) ? 1 : 0);
    if (textBytes > LONGEST_RECORD_BYTES) this.#skippingOverLong = true;
    this.#carry = this.#skippingOverLong ? onlyLineEnd(unfinished) : unfinished.slice();
  }

  /**
   * Counts the complete lines in `bytes`.
   * @returns where the unfinished last line begins
   */
  #scan(bytes: Uint8Array<ArrayBuffer>, isEnd: boolean): number {
    const line = this.#line;
    const length = bytes.length;
    let start = 0;
    line.open(bytes);
    while (start < length) {
      line.read(start);
      const { end } = line;
      const isCr = bytes[end] === CR;
      // A line without a line end continues in the next block, and so may a CR LF.
      if (!isEnd && end + (isCr ? 1 : 0) === length) return start;
      const isCrLf = isCr && bytes[end + 1] === LF;
      if (this.#isAfterCr && isCrLf && end === start) {
        this.lineEnds.cr -= 1;
        this.lineEnds.crcrlf += 1;
        this.#isAfterCr = false;
      } else {
        if (end < length) this.lineEnds[isCrLf ? 'crlf' : isCr ? 'cr' : 'lf'] += 1;
        this.#isAfterCr = isCr && !isCrLf;
        this.#countLine();
      }
      start = end + (isCrLf ? 2 : 1);
      this.#onLine?.(bytes, line.start, Math.min(start, length), this.#lineYear);
    }
    return length;
  }

  #countLine(): void {
    const line = this.#line;
    this.#lineYear = undefined;
    if (line.length > LONGEST_RECORD_BYTES) {
      this.#overLong();
      return;
    }
    if (line.hasNul) this.#odd('nul byte');
    if (line.bytes[line.start] === QUOTE && line.length > 0) this.#odd('quoted record');
    let type = this.#recordType();
    if (type.kind === 'unknown' && this.#skipMarks()) type = this.#recordType();
    if (type.kind === 'ods') {
      this.rows += 1;
      this.#odsRecord(type.fileType);
    } else if (type.kind === 'look-alike' && !this.#isPiece(type.lookAlike)) {
      this.rows += 1;
      this.lookAlikes.add(type.lookAlike);
      if (type.code) this.otherExtracts.add(type.code);
      if (type.lookAlike === 'sis-upload-file' && type.fileType) {
        this.sisRecords.add(type.fileType);
        this.#layoutFields(type.fileType);
      }
    } else {
      this.#otherLine(line.bytes.subarray(line.start, line.end));
    }
    this.#lineNumber += 1;
  }

  #overLong(): void {
    this.#lineYear = undefined;
    this.#odd('over-long record');
    this.rows += 1;
    this.#lineNumber += 1;
  }

  #recordType(): RecordType {
    if (this.#line.caretCount === 0) return { kind: 'unknown' };
    return this.#types.read(this.#line, 1);
  }

  /** Skips the byte order marks of files that were appended. Returns whether there were any. */
  #skipMarks(): boolean {
    const line = this.#line;
    const { start } = line;
    while (beginsWithMark(line)) line.start += UTF8_MARK.length;
    if (line.start === start) return false;
    this.#odd('mark inside');
    if (this.markLines.length < MOST_LINES_LISTED) this.markLines.push(this.#lineNumber);
    return true;
  }

  /** In an extract, a line that begins with seven digits is the rest of a broken record. */
  #isPiece(lookAlike: LookAlike): boolean {
    return lookAlike === 'ssid-extract' && this.#firstType !== undefined;
  }

  #odsRecord(fileType: FileType): void {
    const line = this.#line;
    this.#firstType ??= fileType;
    if (fileType !== this.#firstType) this.#odd('several record types');
    this.odsRecords.add(fileType);
    this.fieldCounts.add(line.caretCount + 1);
    if (line.caretCount !== this.#lastCaretCount) {
      this.#lastCaretCount = line.caretCount;
      if (hasSecondRecord(line, isRecordCode)) this.#odd('two records');
    }
    this.#layoutFields(fileType);
  }

  #layoutFields(fileType: FileType): void {
    const line = this.#line;
    const layout: RecordLayout = RECORD_LAYOUTS[fileType];
    const { year, isPadded } = this.#years.read(line, layout.academicYear);
    this.#lineYear = year;
    if (year) this.schoolYears.add(year);
    else this.#odd('no school year');
    if (isPadded) this.#odd('padded school year');

    const lea = this.#leas.read(line, layout.reportingLea);
    if (lea === 'too short') this.#odd('short reporting LEA');
    else if (lea) this.reportingLeas.add(lea);

    const school = sevenDigits(line, layout.school);
    if (school === undefined) {
      if (isShortCode(line, layout.school)) this.#odd('short school');
    } else {
      this.#schools.add(school);
    }

    const ssid = SSID_FIELDS[fileType];
    if (ssid !== undefined && !this.#countStudent(ssid) && isSsidANumber(line, ssid)) {
      this.#odd('SSID as number');
    }
    if (line.hasMark) this.#markedFields();
  }

  /** Counts the student if the field is an SSID: ten digits. Keeps none of them. */
  #countStudent(position: number): boolean {
    const { bytes, end } = this.#line;
    const from = this.#line.fieldStart(position);
    const afterSsid = from + 2 * HALF_SSID;
    if (afterSsid > end || (afterSsid < end && bytes[afterSsid] !== CARET)) return false;
    const high = digitsAt(bytes, from, HALF_SSID);
    const low = digitsAt(bytes, from + HALF_SSID, HALF_SSID);
    if (high === undefined || low === undefined) return false;
    this.#students.add(high, low);
    this.#hasStudents = true;
    return true;
  }

  #markedFields(): void {
    const { hasDate, isQuoted } = readFieldDamage(this.#line);
    if (hasDate) this.#odd('date with slashes');
    if (isQuoted) this.#odd('quoted fields');
  }

  /** A line that is not a CALPADS record. */
  #otherLine(line: Uint8Array): void {
    const other = readOtherLine(line, this.#place());
    if (other.kind === 'blank') {
      this.blankRows += 1;
      if (other.hasEndOfFileMark) this.endOfFileMark = true;
      return;
    }
    this.#foreign.add(other.kind, this.#lineNumber);
    if (isSurplus(other.kind) && this.surplusLines.length < MOST_LINES_LISTED) {
      this.surplusLines.push(this.#lineNumber);
    }
    if (other.kind === 'other separator') this.#separated(line, other.separator);
    if (other.kind === 'column names') {
      if (this.#lastColumnNames === 0) this.columnNames = other.names.slice(0, MOST_FIELDS);
      this.#lastColumnNames = this.#lineNumber;
    }
  }

  #separated(line: Uint8Array, separator: Separator): void {
    this.otherSeparators.add(separator);
    const fileType = typeOfSeparated(ascii(line, 0, Math.min(line.length, LONGEST_CODE_BYTES)));
    if (fileType) this.separatedTypes.add(fileType);
  }

  #place(): Place {
    if (this.#lastColumnNames > 0 && this.#lastColumnNames === this.#lineNumber - 1) {
      return 'below column names';
    }
    return this.rows === 0 ? 'above all records' : 'among records';
  }

  #odd(oddity: Oddity): void {
    this.#oddities.add(oddity, this.#lineNumber);
  }
}

/** Seven digits. With fewer, the code lost its leading zeros. */
function readReportingLea(code: string): string | undefined {
  if (/^\d{7}$/.test(code)) return code;
  return /^\d{1,6}$/.test(code) ? 'too short' : undefined;
}

function sevenDigits(line: Line, position: number): number | undefined {
  const from = line.fieldStart(position);
  return line.fieldEnd(position) - from === 7 ? digitsAt(line.bytes, from, 7) : undefined;
}

function isRecordCode(code: string): boolean {
  return readRecordType(code).kind === 'ods';
}

/** Whether the line is the beginning of a record, however short. */
function beginsLikeRecord(line: Uint8Array): boolean {
  const start = ascii(line, 0, Math.min(line.length, RECORD_STARTS[0]?.length ?? 0));
  return RECORD_STARTS.some((recordStart) => recordStart.startsWith(start));
}

function beginsWithMark({ bytes, start, end }: Line): boolean {
  return (
    end - start >= UTF8_MARK.length && UTF8_MARK.every((byte, at) => bytes[start + at] === byte)
  );
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** Where the carried line ends in `block`. Undefined if it continues past the block. */
function indexAfterLineEnd(carry: Uint8Array, block: Uint8Array): number | undefined {
  if (carry[carry.length - 1] === CR && block.length > 0) return block[0] === LF ? 1 : 0;
  const lf = block.indexOf(LF);
  const cr = block.subarray(0, lf < 0 ? block.length : lf).indexOf(CR);
  if (cr >= 0 && cr + 1 === block.length) return undefined;
  if (cr >= 0) return block[cr + 1] === LF ? cr + 2 : cr + 1;
  return lf < 0 ? undefined : lf + 1;
}

/** The only part of a too-long line that the next block needs. */
function onlyLineEnd(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(endsWithCr(bytes) ? [CR] : []);
}

function endsWithCr(bytes: Uint8Array): boolean {
  return bytes[bytes.length - 1] === CR;
}
