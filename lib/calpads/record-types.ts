import type { FileType } from './file-types.ts';
import { isFileType } from './file-types.ts';

/** Files that people upload instead of an ODS extract (domain facts, "Look-alikes"). */
export type LookAlike =
  | 'sis-upload-file'
  | 'rejected-records'
  | 'cumulative-enrollment'
  | 'fall-2-sibling'
  | 'ssid-extract'
  /** Another extract from the same menu in CALPADS, such as `SDEM-R` or `STAS-R`. */
  | 'other-extract';

/** What the first field says about the record. */
export type RecordType =
  | { readonly kind: 'ods'; readonly fileType: FileType }
  | {
      readonly kind: 'look-alike';
      readonly lookAlike: LookAlike;
      readonly fileType?: FileType;
      /** Field 1 of an `other-extract`: four capital letters and `-R`, so it is safe to show. */
      readonly code?: string;
    }
  | { readonly kind: 'unknown' };

const SEVEN_DIGITS = /^\d{7}$/;
/** Field 1 in every kind of ODS extract and Rejected Records extract. */
const EXTRACT_CODE = /^[A-Z]{4}-([RE])$/;
const UNKNOWN: RecordType = { kind: 'unknown' };

/**
 * @param firstField field 1 of a record, e.g. `SENR-R`. It is looked up, never kept: if the file is
 * not an extract, the first field may be anything, even a student's name.
 */
export function readRecordType(firstField: string): RecordType {
  if (firstField === 'CENR-R') return { kind: 'look-alike', lookAlike: 'cumulative-enrollment' };
  if (firstField === 'SCSE-R' || firstField === 'CRSE-R') {
    return { kind: 'look-alike', lookAlike: 'fall-2-sibling' };
  }
  if (SEVEN_DIGITS.test(firstField)) return { kind: 'look-alike', lookAlike: 'ssid-extract' };

  const fileType = firstField.slice(0, 4);
  if (!isFileType(fileType)) return otherExtract(firstField);
  switch (firstField.slice(4)) {
    case '-R':
      return { kind: 'ods', fileType };
    case '-E':
      return { kind: 'look-alike', lookAlike: 'rejected-records', fileType };
    case '':
      return { kind: 'look-alike', lookAlike: 'sis-upload-file', fileType };
    default:
      return UNKNOWN;
  }
}

function otherExtract(code: string): RecordType {
  const suffix = EXTRACT_CODE.exec(code)?.[1];
  if (suffix === 'R') return { kind: 'look-alike', lookAlike: 'other-extract', code };
  return suffix === 'E' ? { kind: 'look-alike', lookAlike: 'rejected-records' } : UNKNOWN;
}

/** A line that begins with `SENR,` or `"SENR-R",`, with any separator but the caret. */
const TYPE_BEFORE_SEPARATOR = /^"?([A-Z]{4})(?:-R)?"?[,\t|]/;

/**
 * The file type of a record that is not separated by carets. A student information system may write
 * it, or a spreadsheet.
 */
export function typeOfSeparated(line: string): FileType | undefined {
  const [, code = ''] = TYPE_BEFORE_SEPARATOR.exec(line) ?? [];
  return isFileType(code) ? code : undefined;
}
