import { isColumnName, isHeaderRow } from '../calpads/column-names.ts';
import type { FileType } from '../calpads/file-types.ts';
import type { RecordLayout } from '../calpads/record-layouts.ts';
import { RECORD_LAYOUTS } from '../calpads/record-layouts.ts';
import type { LookAlike, RecordType } from '../calpads/record-types.ts';
import { readRecordType, typeOfSeparated } from '../calpads/record-types.ts';
import type { SchoolYear } from '../calpads/school-year.ts';
import { readYearField } from '../calpads/school-year.ts';
import type { Oddity, OddLines, Separator } from './file-facts.ts';
import { Line } from './line.ts';

/** A longer line is not a record: the longest layout takes about 500 bytes. */
export const LONGEST_RECORD_BYTES = 64 * 1024;

const TAB = 9;
const LF = 10;
const CR = 13;
const END_OF_FILE_MARK = 0x1a;
const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;
const CARET = 94;
const PIPE = 124;
const SEPARATORS: readonly number[] = [COMMA, CARET, PIPE];

/** The most column names to keep from a header. */
const MOST_FIELDS = 256;
const MOST_CODES_KEPT = 200;
const LINES_NAMED = 10;
/**
 * Longer than any code that the scanner reads: record types, school years, LEA and school codes.
 */
const LONGEST_CODE_BYTES = 12;
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
  readonly lineEnds = { crlf: 0, lf: 0, cr: 0 };
  endsWithLineEnd = false;
  readonly odsRecords = new Tally<FileType>();
  readonly sisRecords = new Tally<FileType>();
  readonly lookAlikes = new Tally<LookAlike>();
  readonly otherExtracts = new Tally<string>();
  unknownRecords = 0;
  readonly otherSeparators = new Tally<Separator>();
  readonly separatedTypes = new Tally<FileType>();
  readonly schoolYears = new Tally<SchoolYear>();
  readonly reportingLeas = new Tally<string>();
  readonly #schools = new Set<number>();
  readonly fieldCounts = new Tally<number>();
  readonly #oddities = new Map<Oddity, { count: number; firstLines: number[] }>();
  /** Rows with only separators, and whether there was a Ctrl-Z end-of-file mark. */
  separatorRows = 0;
  endOfFileMark = false;
  /** The 1-based line of the column names, if there are any. It does not count as a row. */
  headerLine: number | undefined;
  columnNames: readonly string[] = [];

  #lineNumber = 1;
  #carry = new Uint8Array(0);
  #skippingOverLong = false;
  readonly #line = new Line(FIELDS_READ);
  #firstType: FileType | undefined;
  readonly #types = new CodeReader(readRecordType);
  readonly #years = new CodeReader(readYearField);
  readonly #leas = new CodeReader(readReportingLea);

  get schools(): number {
    return this.#schools.size;
  }

  get oddities(): Partial<Record<Oddity, OddLines>> {
    return Object.fromEntries(this.#oddities);
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
      this.#odd('truncated last record');
      this.rows += 1; // it is sent with the others if the person goes on
      this.#carry = new Uint8Array(0);
      return;
    }
    const isUnfinished = this.#carry.length > 0 || this.#skippingOverLong;
    this.endsWithLineEnd = !isUnfinished || endsWithCr(this.#carry);
    if (isUnfinished) this.#finishLine(this.#carry);
  }

  /** Whether a last line without a line end has fewer fields than most records in this file. */
  #isCutOff(lastLine: Uint8Array): boolean {
    if (lastLine.length === 0 || endsWithCr(lastLine)) return false;
    const [usual] = [...this.fieldCounts.counts].toSorted(([, a], [, b]) => b - a)[0] ?? [];
    if (usual === undefined) return false;
    const isNothing = lastLine.every((byte) => byte <= SPACE || SEPARATORS.includes(byte));
    return !isNothing && lastLine.filter((byte) => byte === CARET).length + 1 < usual;
  }

  /** @param line a carried line with its line end, or without one at the end of the file */
  #finishLine(line: Uint8Array<ArrayBuffer>): void {
    this.#carry = new Uint8Array(0);
    if (!this.#skippingOverLong) {
      this.#scan(line, true);
      return;
    }
    this.#skippingOverLong = false;
    if (endsWithCr(line)) this.lineEnds.cr += 1;
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
      if (end < length) this.lineEnds[isCrLf ? 'crlf' : isCr ? 'cr' : 'lf'] += 1;
      this.#countLine();
      start = end + (isCrLf ? 2 : 1);
    }
    return length;
  }

  #countLine(): void {
    const line = this.#line;
    if (line.length > LONGEST_RECORD_BYTES) {
      this.#overLong();
      return;
    }
    if (line.hasNul) this.#odd('nul byte');
    if (line.bytes[line.start] === QUOTE && line.length > 0) this.#odd('quoted record');
    const type = this.#recordType();
    if (type.kind === 'ods') {
      this.rows += 1;
      this.#odsRecord(type.fileType);
    } else if (type.kind === 'look-alike') {
      this.rows += 1;
      this.lookAlikes.add(type.lookAlike);
      if (type.code) this.otherExtracts.add(type.code);
      if (type.lookAlike === 'sis-upload-file' && type.fileType) {
        this.sisRecords.add(type.fileType);
        this.#layoutFields(RECORD_LAYOUTS[type.fileType]);
      }
    } else {
      this.#otherLine(line.bytes.subarray(line.start, line.end));
    }
    this.#lineNumber += 1;
  }

  #overLong(): void {
    this.#odd('over-long record');
    this.rows += 1;
    this.#lineNumber += 1;
  }

  #recordType(): RecordType {
    if (this.#line.caretCount === 0) return { kind: 'unknown' };
    return this.#types.read(this.#line, 1);
  }

  #odsRecord(fileType: FileType): void {
    this.#firstType ??= fileType;
    if (fileType !== this.#firstType) this.#odd('several record types');
    this.odsRecords.add(fileType);
    this.fieldCounts.add(this.#line.caretCount + 1);
    this.#layoutFields(RECORD_LAYOUTS[fileType]);
  }

  #layoutFields(layout: RecordLayout): void {
    const line = this.#line;
    const { year, isPadded } = this.#years.read(line, layout.academicYear);
    if (year) this.schoolYears.add(year);
    else this.#odd('no school year');
    if (isPadded) this.#odd('padded school year');

    const lea = this.#leas.read(line, layout.reportingLea);
    if (lea === 'too short') this.#odd('short reporting LEA');
    else if (lea) this.reportingLeas.add(lea);

    const school = sevenDigits(line, layout.school);
    if (school !== undefined && this.#schools.size < MOST_CODES_KEPT * 10) {
      this.#schools.add(school);
    }
  }

  /** A line that is not a CALPADS record: blank, only separators, or anything else. */
  #otherLine(line: Uint8Array): void {
    const tally = { blank: 0, comma: 0, tab: 0, pipe: 0, caret: 0 };
    let marks = 0;
    for (const byte of line) {
      if (byte === SPACE) tally.blank += 1;
      else if (byte === TAB) tally.tab += 1;
      else if (byte === COMMA) tally.comma += 1;
      else if (byte === PIPE) tally.pipe += 1;
      else if (byte === CARET) tally.caret += 1;
      else if (byte === END_OF_FILE_MARK) marks += 1;
    }
    const separators = tally.comma + tally.tab + tally.pipe + tally.caret;
    if (marks > 0) this.endOfFileMark = true;
    if (tally.blank + tally.tab + marks === line.length) {
      this.blankRows += 1;
    } else if (tally.blank + marks + separators === line.length) {
      this.separatorRows += 1;
    } else if (this.rows === 0 && tally.caret > 2 && this.#isHeader(line)) {
      this.headerLine = this.#lineNumber;
    } else {
      this.rows += 1;
      this.unknownRecords += 1;
      const main = mainSeparator(tally);
      if (main) this.#separated(line, main);
    }
  }

  #separated(line: Uint8Array, separator: Separator): void {
    this.otherSeparators.add(separator);
    const fileType = typeOfSeparated(ascii(line, 0, Math.min(line.length, LONGEST_CODE_BYTES)));
    if (fileType) this.separatedTypes.add(fileType);
  }

  #isHeader(line: Uint8Array): boolean {
    const fields = ascii(line, 0, line.length).split('^');
    if (this.headerLine || !isHeaderRow(fields)) return false;
    this.columnNames = fields.filter(isColumnName).slice(0, MOST_FIELDS);
    return true;
  }

  #odd(oddity: Oddity): void {
    const lines = this.#oddities.get(oddity) ?? { count: 0, firstLines: [] };
    lines.count += 1;
    const isNewLine = lines.firstLines.at(-1) !== this.#lineNumber;
    if (isNewLine && lines.firstLines.length < LINES_NAMED) lines.firstLines.push(this.#lineNumber);
    this.#oddities.set(oddity, lines);
  }
}

/**
 * Counts by key. Keys repeat from record to record, so a run of equal keys is added in one step.
 */
export class Tally<Key extends string | number> {
  readonly #counts = new Map<Key, number>();
  #key: Key | undefined;
  #run = 0;

  add(key: Key): void {
    if (key !== this.#key) {
      this.#putAway();
      this.#key = key;
    }
    this.#run += 1;
  }

  get counts(): ReadonlyMap<Key, number> {
    this.#putAway();
    return this.#counts;
  }

  #putAway(): void {
    if (this.#key === undefined || this.#run === 0) return;
    const soFar = this.#counts.get(this.#key);
    if (soFar !== undefined || this.#counts.size < MOST_CODES_KEPT) {
      this.#counts.set(this.#key, (soFar ?? 0) + this.#run);
    }
    this.#run = 0;
  }
}

/**
 * Reads a field's code. Codes repeat from record to record, so it keeps the last one's bytes and
 * compares. For most records it then makes no string at all.
 */
class CodeReader<Meaning> {
  readonly #parse: (code: string) => Meaning;
  #bytes = new Uint8Array(0);
  #meaning: Meaning;

  constructor(parse: (code: string) => Meaning) {
    this.#parse = parse;
    this.#meaning = parse('');
  }

  /** Reads a 1-based field. If the line has no such field, the code is empty. */
  read(line: Line, position: number): Meaning {
    const from = line.fieldStart(position);
    const to = line.fieldEnd(position);
    if (to - from > LONGEST_CODE_BYTES) return this.#parse('');
    if (!this.#isLast(line.bytes, from, to)) {
      this.#bytes = line.bytes.slice(from, to);
      this.#meaning = this.#parse(ascii(line.bytes, from, to));
    }
    return this.#meaning;
  }

  #isLast(bytes: Uint8Array, from: number, to: number): boolean {
    const last = this.#bytes;
    if (to - from !== last.length) return false;
    for (let at = 0; at < last.length; at += 1) {
      if (bytes[from + at] !== last[at]) return false;
    }
    return true;
  }
}

/** Seven digits. With fewer, the code lost its leading zeros. */
function readReportingLea(code: string): string | undefined {
  if (/^\d{7}$/.test(code)) return code;
  return /^\d{1,6}$/.test(code) ? 'too short' : undefined;
}

/** Schools change from record to record, so this compares their codes without making a string. */
function sevenDigits(line: Line, position: number): number | undefined {
  const from = line.fieldStart(position);
  if (line.fieldEnd(position) - from !== 7) return undefined;
  let value = 0;
  for (let at = from; at < from + 7; at += 1) {
    const digit = (line.bytes[at] as number) - 48;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return value;
}

function mainSeparator(tally: Record<Separator | 'caret', number>): Separator | undefined {
  if (tally.caret > 2) return undefined;
  const [most] = (['tab', 'pipe', 'comma'] as const).toSorted((a, b) => tally[b] - tally[a]);
  return most && tally[most] > 2 ? most : undefined;
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += 1) text += String.fromCharCode(bytes[at] as number);
  return text;
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
