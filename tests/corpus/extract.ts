import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { FileType } from './file-types.ts';
import { padTo } from './padding.ts';
import { recordWriter } from './records.ts';

export type LineEnd = '\r\n' | '\n' | '\r';

/** `ascii` has no letters outside ASCII. The other three have accented names. */
export type Encoding = 'ascii' | 'utf-8' | 'utf-8-with-bom' | 'windows-1252';

/** An invented ODS extract. The same spec gives the same bytes. */
export interface ExtractSpec {
  readonly fileType: FileType;
  /** The main school year of the records, e.g. `2022-23`. */
  readonly schoolYear: string;
  /** The number of records in the file. */
  readonly rows: number;
  /** Seven digits as text. Absent: Maple Leaf Unified (`0199901`). */
  readonly reportingLea?: string;
  /**
   * Fields per record. It may be an unknown number. Absent: the number in today's layout.
   */
  readonly fieldCount?: number;
  /** Absent: 1. Students depend only on the LEA, so the same students are in every file. */
  readonly seed?: number;
  /** Absent: CR LF. */
  readonly lineEnd?: LineEnd;
  /** Whether the last record has a line end. Absent: it has one. */
  readonly finalLineEnd?: boolean;
  /** How records write the academic year. Absent: `2022-2023`. */
  readonly yearFormat?: '2022-2023' | '20222023' | '2022-23';
  /**
   * The share of rows (from 0 to below 1) for each other school year, e.g. `{ '2021-22': 0.25 }`.
   */
  readonly otherYears?: Readonly<Record<string, number>>;
  /** Absent: `ascii`. */
  readonly encoding?: Encoding;
  /**
   * The file's exact size in bytes. The last rows get a longer field 3 to reach it. Take `rows`
   * from `rowsForBytes`, or the full spec from `specOfBytes`.
   */
  readonly exactBytes?: number;
}

export interface WrittenExtract {
  readonly bytes: number;
  readonly rows: number;
  /** Lowercase hex. */
  readonly sha256: string;
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const CHUNK_BYTES = 1024 * 1024;
/** The UTF-8 bytes of the longest record, with padding. */
const RECORD_BYTES = 8 * 1024;
const SAMPLE_ROWS = 4000;
/**
 * The share of rows left out on purpose: padding can only lengthen records, so it needs room. Ids
 * get longer with more rows: at 2 GB, the sample's records are about 0.2 % shorter than the
 * average.
 */
const ROW_RESERVE = 0.006;

/** The records of an extract, each without its line end. */
export function* extractRows(spec: ExtractSpec): Generator<string> {
  if (spec.exactBytes === undefined) {
    yield* plainRows(spec);
    return;
  }
  const frame = markOf(spec).length - (spec.finalLineEnd === false ? lineEndOf(spec).length : 0);
  yield* padTo(plainRows(spec), spec.exactBytes - frame, recordSize(spec));
}

/** The complete extract in memory, for small extracts. */
export function extractBytes(spec: ExtractSpec): Uint8Array<ArrayBuffer> {
  const chunks = [...extractChunks(spec)];
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

/** Writes an extract of any size with about 1 MiB of it in memory at a time. Replaces the file. */
export async function writeExtract(path: string, spec: ExtractSpec): Promise<WrittenExtract> {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(path, 'w');
  try {
    for (const chunk of extractChunks(spec)) {
      hash.update(chunk);
      bytes += chunk.length;
      await file.writeFile(chunk);
    }
  } finally {
    await file.close();
  }
  return { bytes, rows: spec.rows, sha256: hash.digest('hex') };
}

/** About as many rows as fit in a file of `bytes` bytes, never more. */
export function rowsForBytes(spec: Omit<ExtractSpec, 'rows'>, bytes: number): number {
  const { exactBytes: _, otherYears: __, ...sampleSpec } = { ...spec, rows: SAMPLE_ROWS };
  const sizeOf = recordSize(sampleSpec);
  const room = bytes - markOf(sampleSpec).length;
  let sample = 0;
  let rows = 0;
  for (const record of plainRows(sampleSpec)) {
    const size = sizeOf(record);
    if (sample + size > room) {
      return rows;
    }
    sample += size;
    rows += 1;
  }
  return Math.floor((room / sample) * SAMPLE_ROWS * (1 - ROW_RESERVE));
}

/** The spec for a file of exactly `bytes` bytes, e.g. 30,000,001. */
export function specOfBytes(spec: Omit<ExtractSpec, 'rows'>, bytes: number): ExtractSpec {
  return { ...spec, rows: rowsForBytes(spec, bytes), exactBytes: bytes };
}

function* plainRows(spec: ExtractSpec): Generator<string> {
  const record = recordWriter(spec);
  for (let index = 0; index < spec.rows; index += 1) {
    yield record(index);
  }
}

/** Chunks of up to 1 MiB. A chunk does not change after it is handed out. */
function* extractChunks(spec: ExtractSpec): Generator<Uint8Array> {
  const lineEnd = lineEndOf(spec);
  const encoding = nodeEncoding(spec);
  let buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES);
  let used = markOf(spec).copy(buffer);
  let pending = '';
  for (const record of extractRows(spec)) {
    used += buffer.write(pending + record, used, encoding);
    pending = lineEnd;
    if (used > CHUNK_BYTES - RECORD_BYTES) {
      yield buffer.subarray(0, used);
      buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES);
      used = 0;
    }
  }
  if (spec.finalLineEnd !== false) {
    used += buffer.write(pending, used, encoding);
  }
  if (used > 0) {
    yield buffer.subarray(0, used);
  }
}

function recordSize(spec: ExtractSpec): (record: string) => number {
  const lineEnd = lineEndOf(spec).length;
  const encoding = nodeEncoding(spec);
  return encoding === 'latin1'
    ? (record) => record.length + lineEnd
    : (record) => Buffer.byteLength(record, encoding) + lineEnd;
}

function lineEndOf(spec: ExtractSpec): LineEnd {
  return spec.lineEnd ?? '\r\n';
}

function markOf(spec: ExtractSpec): Buffer {
  return spec.encoding === 'utf-8-with-bom' ? BYTE_ORDER_MARK : Buffer.alloc(0);
}

/** The accented letters in the corpus have the same bytes in Latin-1 and windows-1252. */
function nodeEncoding(spec: ExtractSpec): 'latin1' | 'utf8' {
  const encoding = spec.encoding ?? 'ascii';
  return encoding === 'ascii' || encoding === 'windows-1252' ? 'latin1' : 'utf8';
}
