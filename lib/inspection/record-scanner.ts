import { isColumnName, isHeaderRow } from '../calpads/column-names.ts';
import type { FileType } from '../calpads/file-types.ts';
import type { RecordLayout } from '../calpads/record-layouts.ts';
import { RECORD_LAYOUTS } from '../calpads/record-layouts.ts';
import type { LookAlike, RecordType } from '../calpads/record-types.ts';
import { readRecordType } from '../calpads/record-types.ts';
import type { SchoolYear } from '../calpads/school-year.ts';
import { parseSchoolYear } from '../calpads/school-year.ts';
import type { Oddity, OddLines, Separator } from './file-facts.ts';

/** A longer record is no record: the longest layout fills some 500 bytes. */
export const LONGEST_RECORD_BYTES = 64 * 1024;

const NUL = 0;
const TAB = 9;
const LF = 10;
const CR = 13;
const END_OF_FILE_MARK = 0x1a;
const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;
const CARET = 94;
const PIPE = 124;

/** 1 for the bytes at which the inner loop must stop and look; the rest it passes over. */
const STOPS = new Uint8Array(256);
for (const byte of [NUL, LF, CR, QUOTE, CARET]) STOPS[byte] = 1;

const MOST_FIELDS = 256;
const MOST_CODES_KEPT = 200;
const LINES_NAMED = 10;

/**
 * Splits bytes into lines and counts what they hold. Blocks may be cut anywhere, even between CR
 * and LF. Works on bytes because carets, digits and codes are ASCII in every encoding it is given.
 *
 *   feed(block) ──► whole lines of the block ──► #line()
 *        └──► the unfinished last line is carried over to the next block
 */
export class RecordScanner {
  rows = 0;
  blankRows = 0;
  readonly lineEnds = { crlf: 0, lf: 0, cr: 0 };
  endsWithLineEnd = false;
  readonly odsRecords = new Map<FileType, number>();
  readonly sisRecords = new Map<FileType, number>();
  readonly lookAlikes = new Map<LookAlike, number>();
  unknownRecords = 0;
  readonly otherSeparators = new Map<Separator, number>();
  readonly schoolYears = new Map<SchoolYear, number>();
  readonly reportingLeas = new Map<string, number>();
  readonly #schools = new Set<string>();
  readonly fieldCounts = new Map<number, number>();
  readonly #oddities = new Map<Oddity, { count: number; firstLines: number[] }>();
  /** Rows of nothing but separators; and whether a Ctrl-Z end-of-file mark was met. */
  separatorRows = 0;
  endOfFileMark = false;
  /** 1-based line of the column names, where there are any. They are no row. */
  headerLine: number | undefined;
  columnNames: readonly string[] = [];

  #lineNumber = 1;
  #carry = new Uint8Array(0);
  #skippingOverLong = false;
  readonly #carets = new Int32Array(MOST_FIELDS);
  #firstType: FileType | undefined;
  readonly #recordTypes = new Map<string, RecordType>();
  readonly #yearMemo = new CodeMemo();
  readonly #leaMemo = new CodeMemo();
  readonly #schoolMemo = new CodeMemo();

  get schools(): number {
    return this.#schools.size;
  }

  get oddities(): Partial<Record<Oddity, OddLines>> {
    return Object.fromEntries(this.#oddities);
  }

  feed(block: Uint8Array): void {
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

  /** Call once after the last block: what is carried over is the last line. */
  finish(): void {
    if (this.#isCutOff(this.#carry)) {
      this.#odd('truncated last record');
      this.#carry = new Uint8Array(0);
      return;
    }
    const isUnfinished = this.#carry.length > 0 || this.#skippingOverLong;
    this.endsWithLineEnd = !isUnfinished || endsWithCr(this.#carry);
    if (isUnfinished) this.#finishLine(this.#carry);
  }

  /** Whether an open last line has fewer fields than records of this file usually have. */
  #isCutOff(lastLine: Uint8Array): boolean {
    if (lastLine.length === 0 || endsWithCr(lastLine)) return false;
    const [usual] = [...this.fieldCounts].toSorted(([, a], [, b]) => b - a)[0] ?? [];
    if (usual === undefined) return false;
    const isNothing = lastLine.every((byte) => byte <= SPACE);
    return !isNothing && lastLine.filter((byte) => byte === CARET).length + 1 < usual;
  }

  /** @param line a carried line with its line end, or without one at the end of the file. */
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

  /** Counts the whole lines in `bytes`; returns where the unfinished last line begins. */
  #scan(bytes: Uint8Array, isEnd: boolean): number {
    const carets = this.#carets;
    const length = bytes.length;
    let start = 0;
    let caretCount = 0;
    let hasNul = false;
    let hasQuote = false;
    for (let at = 0; at < length; at += 1) {
      const byte = bytes[at] as number; // `at` is below the length
      if (STOPS[byte] === 0) continue;
      if (byte === CARET) {
        if (caretCount < MOST_FIELDS) carets[caretCount] = at;
        caretCount += 1;
      } else if (byte === NUL) {
        hasNul = true;
      } else if (byte === QUOTE) {
        hasQuote ||= at === start;
      } else {
        const isCr = byte === CR;
        if (isCr && at + 1 === length && !isEnd) break; // an LF may follow in the next block
        const isCrLf = isCr && bytes[at + 1] === LF;
        this.lineEnds[isCrLf ? 'crlf' : isCr ? 'cr' : 'lf'] += 1;
        this.#line(bytes, start, at, caretCount, hasNul, hasQuote);
        if (isCrLf) at += 1;
        start = at + 1;
        caretCount = 0;
        hasNul = false;
        hasQuote = false;
      }
    }
    if (isEnd && start < length) this.#line(bytes, start, length, caretCount, hasNul, hasQuote);
    return isEnd ? length : start;
  }

  #line(
    bytes: Uint8Array,
    start: number,
    end: number,
    caretCount: number,
    hasNul: boolean,
    hasQuote: boolean,
  ): void {
    if (end - start > LONGEST_RECORD_BYTES) {
      this.#overLong();
      return;
    }
    if (hasNul) this.#odd('nul byte');
    if (hasQuote) this.#odd('quoted record');
    const fieldOneEnd = caretCount > 0 ? (this.#carets[0] as number) : end;
    const type = this.#recordType(bytes, start, Math.min(fieldOneEnd, start + 12), caretCount);
    if (type.kind === 'ods') {
      this.rows += 1;
      this.#odsRecord(type.fileType, bytes, start, end, caretCount);
    } else if (type.kind === 'look-alike') {
      this.rows += 1;
      count(this.lookAlikes, type.lookAlike);
      if (type.lookAlike === 'sis-upload-file' && type.fileType) {
        count(this.sisRecords, type.fileType);
        this.#layoutFields(RECORD_LAYOUTS[type.fileType], bytes, start, end, caretCount);
      }
    } else {
      this.#otherLine(bytes.subarray(start, end));
    }
    this.#lineNumber += 1;
  }

  #overLong(): void {
    this.#odd('over-long record');
    this.rows += 1;
    this.#lineNumber += 1;
  }

  #recordType(bytes: Uint8Array, start: number, end: number, caretCount: number): RecordType {
    if (caretCount === 0) return { kind: 'unknown' };
    const firstField = ascii(bytes, start, end);
    const known = this.#recordTypes.get(firstField);
    if (known) return known;
    const type = readRecordType(firstField);
    if (type.kind !== 'unknown' && this.#recordTypes.size < MOST_CODES_KEPT) {
      this.#recordTypes.set(firstField, type);
    }
    return type;
  }

  #odsRecord(
    fileType: FileType,
    bytes: Uint8Array,
    start: number,
    end: number,
    caretCount: number,
  ): void {
    this.#firstType ??= fileType;
    if (fileType !== this.#firstType) this.#odd('several record types');
    count(this.odsRecords, fileType);
    count(this.fieldCounts, caretCount + 1);
    this.#layoutFields(RECORD_LAYOUTS[fileType], bytes, start, end, caretCount);
  }

  #layoutFields(
    layout: RecordLayout,
    bytes: Uint8Array,
    start: number,
    end: number,
    caretCount: number,
  ): void {
    const field = (position: number, memo: CodeMemo) =>
      this.#field(position, bytes, start, end, caretCount, memo);

    const year = parseYearCode(field(layout.academicYear, this.#yearMemo));
    if (year) count(this.schoolYears, year);
    else this.#odd('no school year');

    const lea = field(layout.reportingLea, this.#leaMemo);
    if (/^\d{7}$/.test(lea)) count(this.reportingLeas, lea);
    else if (/^\d{1,6}$/.test(lea)) this.#odd('short reporting LEA');

    const school = field(layout.school, this.#schoolMemo);
    if (/^\d{7}$/.test(school) && this.#schools.size < MOST_CODES_KEPT * 10) {
      this.#schools.add(school);
    }
  }

  /** The text of a 1-based caret field; empty when the record ends before it. */
  #field(
    position: number,
    bytes: Uint8Array,
    start: number,
    end: number,
    caretCount: number,
    memo: CodeMemo,
  ): string {
    if (position > caretCount + 1) return '';
    const from = position === 1 ? start : (this.#carets[position - 2] as number) + 1;
    const to = position <= caretCount ? (this.#carets[position - 1] as number) : end;
    return memo.read(bytes, from, to);
  }

  /** A line that is no CALPADS record: blank, separators only, or something else altogether. */
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
      if (main) count(this.otherSeparators, main);
    }
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
 * Codes repeat from record to record, so the last one's text is kept and compared by its bytes:
 * most records then make no string at all.
 */
class CodeMemo {
  #bytes = new Uint8Array(0);
  #text = '';

  read(bytes: Uint8Array, from: number, to: number): string {
    if (to - from > 12) return '';
    if (
      to - from === this.#bytes.length &&
      this.#bytes.every((byte, at) => bytes[from + at] === byte)
    ) {
      return this.#text;
    }
    this.#bytes = bytes.slice(from, to);
    this.#text = ascii(bytes, from, to);
    return this.#text;
  }
}

const yearCodes = new Map<string, SchoolYear | undefined>();

function parseYearCode(code: string): SchoolYear | undefined {
  if (!yearCodes.has(code) && yearCodes.size < MOST_CODES_KEPT) {
    yearCodes.set(code, parseSchoolYear(code));
  }
  return yearCodes.get(code);
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  const soFar = counts.get(key);
  if (soFar !== undefined) counts.set(key, soFar + 1);
  else if (counts.size < MOST_CODES_KEPT) counts.set(key, 1);
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

/** Where in `block` the carried line is over, or undefined when it goes on beyond the block. */
function indexAfterLineEnd(carry: Uint8Array, block: Uint8Array): number | undefined {
  if (carry[carry.length - 1] === CR && block.length > 0) return block[0] === LF ? 1 : 0;
  const lf = block.indexOf(LF);
  const cr = block.subarray(0, lf < 0 ? block.length : lf).indexOf(CR);
  if (cr >= 0 && cr + 1 === block.length) return undefined;
  if (cr >= 0) return block[cr + 1] === LF ? cr + 2 : cr + 1;
  return lf < 0 ? undefined : lf + 1;
}

/** Of a line too long to keep, all that the next block needs to know. */
function onlyLineEnd(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(endsWithCr(bytes) ? [CR] : []);
}

function endsWithCr(bytes: Uint8Array): boolean {
  return bytes[bytes.length - 1] === CR;
}
