import type { ExtractSpec } from '../extract.ts';
import { extractRows } from '../extract.ts';
import type { FileType } from '../file-types.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

/** The number of records in a small extract: enough for several students, schools and terms. */
export const FEW_ROWS = 40;

export const SCHOOL_YEAR = '2022-23';
export const YEAR_BEFORE = '2021-22';

export type SpecEdit = Partial<Omit<ExtractSpec, 'fileType'>>;

/** The spec for a small good 2022-23 extract, changed by `edit`. */
export function specOf(fileType: FileType, edit: SpecEdit = {}): ExtractSpec {
  return { fileType, schoolYear: SCHOOL_YEAR, rows: FEW_ROWS, ...edit };
}

/** Its records, without line ends. */
export function recordsOf(fileType: FileType, edit: SpecEdit = {}): string[] {
  return [...extractRows(specOf(fileType, edit))];
}

/** The text as Latin-1 bytes. Letters up to U+00FF keep their number. */
export function latin1(text: string): Bytes {
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

/** Records with a line end after each one. */
export function ended(records: readonly string[], lineEnd = '\r\n'): Bytes {
  return latin1(records.map((record) => record + lineEnd).join(''));
}

/** Records with a line end after all but the last. */
export function openEnded(records: readonly string[], lineEnd = '\r\n'): Bytes {
  return latin1(records.join(lineEnd));
}

export function concat(...parts: readonly Uint8Array[]): Bytes {
  return new Uint8Array(Buffer.concat(parts));
}

/** A record with one field (1-based) replaced. */
export function withField(record: string, position: number, value: string): string {
  return record
    .split('^')
    .map((field, index) => (index + 1 === position ? value : field))
    .join('^');
}

/** A record with one field (1-based) rewritten. */
export function editField(
  record: string,
  position: number,
  rewrite: (value: string) => string,
): string {
  return withField(record, position, rewrite(record.split('^')[position - 1] ?? ''));
}

/** A list with one more item, inserted before the 0-based `index`. */
export function inserted(items: readonly string[], index: number, item: string): string[] {
  return [...items.slice(0, index), item, ...items.slice(index)];
}

/** A list with its last item rewritten. */
export function lastEdited(
  records: readonly string[],
  rewrite: (record: string) => string,
): string[] {
  return records.map((record, index) => (index === records.length - 1 ? rewrite(record) : record));
}
