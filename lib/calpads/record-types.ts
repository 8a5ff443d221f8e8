import type { FileType } from './file-types.ts';
import { isFileType } from './file-types.ts';

/** Files that people upload instead of an ODS extract (domain facts, "Look-alikes"). */
export type LookAlike =
  | 'sis-upload-file'
  | 'rejected-records'
  | 'cumulative-enrollment'
  | 'fall-2-sibling'
  | 'ssid-extract';

/** What the first field says about the record. */
export type RecordType =
  | { readonly kind: 'ods'; readonly fileType: FileType }
  | { readonly kind: 'look-alike'; readonly lookAlike: LookAlike; readonly fileType?: FileType }
  | { readonly kind: 'unknown' };

const SEVEN_DIGITS = /^\d{7}$/;
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
  if (!isFileType(fileType)) return UNKNOWN;
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
