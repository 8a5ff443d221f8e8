import type { FileType } from '../calpads/file-types.ts';
import { isDigit } from './ascii.ts';
import type { Line } from './line.ts';

/** The 1-based field of the SSID (domain facts, "What is inside an ODS extract"). */
export const SSID_FIELDS: Readonly<Partial<Record<FileType, number>>> = {
  SCSC: 7,
  SCTE: 7,
  SELA: 7,
  SENR: 8,
  SINF: 9,
  SPRG: 7,
};

const SSID_DIGITS = 10;
const SPACE = 32;
const QUOTE = 34;
const PLUS = 43;
const DOT = 46;
const SLASH = 47;
const CARET = 94;
const SMALL = 32; // the bit that makes a capital letter small
const LETTER_E = 101;

/**
 * Whether a spreadsheet or a script turned the SSID into a number: `1.23457E+09`, `9912345678.0`.
 * For a good SSID it compares two bytes.
 */
export function isSsidANumber(line: Line, position: number): boolean {
  if (position > line.caretCount + 1) return false;
  const { bytes, end } = line;
  const from = line.fieldStart(position);
  const afterSsid = from + SSID_DIGITS;
  if (isDigit(bytes[from + 1]) && (afterSsid >= end || bytes[afterSsid] === CARET)) return false;
  if (!isDigit(bytes[from])) return false;
  for (let at = from + 1; at < end && bytes[at] !== CARET; at += 1) {
    const byte = bytes[at] as number; // `at` is in the line
    if (!isDigit(byte) && byte !== DOT && byte !== PLUS && (byte | SMALL) !== LETTER_E)
      return false;
    if (byte === PLUS || byte === DOT) return true;
  }
  return false;
}

/** Whether the code is a number with fewer than seven digits: it lost its leading zeros. */
export function isShortCode(line: Line, position: number): boolean {
  const from = line.fieldStart(position);
  const to = line.fieldEnd(position);
  if (to === from || to - from >= 7) return false;
  for (let at = from; at < to; at += 1) if (!isDigit(line.bytes[at])) return false;
  return true;
}

export interface FieldDamage {
  hasDate: boolean;
  isQuoted: boolean;
}

/** Reads each field of a line that has a mark, see line.ts. Other lines have no such damage. */
export function readFieldDamage({ bytes, start, end }: Line): FieldDamage {
  const damage = { hasDate: false, isQuoted: false };
  let quotedFields = 0;
  let from = start;
  for (let at = start; at <= end; at += 1) {
    if (at < end && bytes[at] !== CARET) continue;
    if (bytes[from] === QUOTE && at - from > 1 && bytes[at - 1] === QUOTE) {
      quotedFields += isForSureQuoted(bytes, from + 1, at - 1) ? 2 : 1;
    } else if (isDateWithSlashes(bytes, from, at)) {
      damage.hasDate = true;
    }
    from = at + 1;
  }
  damage.isQuoted = quotedFields > 1;
  return damage;
}

/** A single field in quotes may be a nickname. A number is not, nor is text with doubled quotes. */
function isForSureQuoted(bytes: Uint8Array, from: number, to: number): boolean {
  let digits = 0;
  for (let at = from; at < to; at += 1) {
    if (bytes[at] === QUOTE && bytes[at + 1] === QUOTE && at + 1 < to) return true;
    if (isDigit(bytes[at])) digits += 1;
  }
  return digits > 0 && digits === to - from;
}

/** `8/15/2023`, `08/15/23` or `8/15/2023 0:00` as the complete field. */
function isDateWithSlashes(bytes: Uint8Array, from: number, to: number): boolean {
  const month = numberEnd(bytes, from, to, 2);
  if (month === from || month >= to || bytes[month] !== SLASH) return false;
  const day = numberEnd(bytes, month + 1, to, 2);
  if (day === month + 1 || day >= to || bytes[day] !== SLASH) return false;
  const year = numberEnd(bytes, day + 1, to, 4);
  const digits = year - day - 1;
  return (digits === 2 || digits === 4) && (year === to || bytes[year] === SPACE);
}

/** Where a number of at most `most` digits ends. */
function numberEnd(bytes: Uint8Array, from: number, to: number, most: number): number {
  let at = from;
  while (at < to && at - from < most && isDigit(bytes[at])) at += 1;
  return at;
}

/**
 * Whether a second record begins in the line: a record code that is not at its start. Files that
 * were joined without a line end between them have one.
 */
export function hasSecondRecord(line: Line, isCode: (code: string) => boolean): boolean {
  const { bytes, start, end } = line;
  for (let at = start + CODE_LENGTH; at < end; at += 1) {
    if (bytes[at] !== CARET || bytes[at - 1] !== LETTER_R || bytes[at - 2] !== HYPHEN) continue;
    const code = bytes.subarray(at - CODE_LENGTH, at);
    if (at - CODE_LENGTH > start && isCode(String.fromCharCode(...code))) return true;
  }
  return false;
}

/** The length of `SENR-R`. */
const CODE_LENGTH = 6;
const HYPHEN = 45;
const LETTER_R = 82;
