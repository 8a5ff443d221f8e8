import type { FileType } from '../../../lib/calpads/file-types.ts';

/** 1-based positions, written out once more so that a slip in the product's table shows. */
const POSITIONS: Readonly<Record<FileType, { year: number; lea: number; school: number }>> = {
  CRSC: { year: 6, lea: 4, school: 5 },
  SCSC: { year: 6, lea: 4, school: 5 },
  SCTE: { year: 6, lea: 4, school: 5 },
  SELA: { year: 6, lea: 4, school: 5 },
  SENR: { year: 7, lea: 4, school: 5 },
  SINF: { year: 8, lea: 6, school: 7 },
  SPRG: { year: 6, lea: 4, school: 5 },
};
const FIELDS: Readonly<Record<FileType, number>> = {
  CRSC: 38,
  SCSC: 22,
  SCTE: 16,
  SELA: 18,
  SENR: 41,
  SINF: 44,
  SPRG: 28,
};

export interface RecordCodes {
  /** As it stands in the record, e.g. `2022-2023`. */
  readonly year?: string;
  readonly lea?: string;
  readonly school?: string;
  /** Field 1, where it is not `SENR-R`. */
  readonly first?: string;
  readonly fields?: number;
}

/** One record with its codes where they belong, every other field empty, and no line end. */
export function record(fileType: FileType, codes: RecordCodes = {}): string {
  const at = POSITIONS[fileType];
  const fields = Array.from({ length: codes.fields ?? FIELDS[fileType] }, () => '');
  const put = (position: number, value: string) => {
    if (position <= fields.length) fields[position - 1] = value;
  };
  put(1, codes.first ?? `${fileType}-R`);
  put(at.lea, codes.lea ?? '0199901');
  put(at.school, codes.school ?? '9900001');
  put(at.year, codes.year ?? '2022-2023');
  return fields.join('^');
}

/** Each line ended with CR LF, as CALPADS does. */
export function lines(...records: readonly string[]): string {
  return records.map((line) => `${line}\r\n`).join('');
}

/** One byte a character: for tests that mean bytes. */
export function latin1(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
