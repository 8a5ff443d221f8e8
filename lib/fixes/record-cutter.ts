import { RecordStart } from './record-start.ts';

/** Complete records of a text, from byte `start` up to but not including `end`. */
export interface TextPart {
  readonly start: number;
  readonly end: number;
  /** Records, counted the way the inspection counts them. */
  readonly rows: number;
}

/** One record is longer than a part may be, so the text cannot be split. */
export class RecordTooLong extends Error {
  override readonly name = 'RecordTooLong';
  /** 1-based. */
  readonly line: number;

  constructor(line: number) {
    super(`The record in line ${line} is longer than a part may be.`);
    this.line = line;
  }
}

export interface CutOrder {
  /** The size of the text. */
  readonly bytes: number;
  /** How many parts to cut it into. */
  readonly of: number;
  /** The most bytes that one record may have, with its line end. */
  readonly longestRecord: number;
}

/**
 * Finds where to cut a text into parts of about the same length, only at record ends. The same text
 * and number of parts give the same cuts on any day and computer. So the person can continue an
 * interrupted job with the next part. A chunk may end anywhere, even between CR and LF.
 *
 *   wished cuts      |         |         |
 *   records      ----|----|-------|--|-------|----
 *   cuts             |         └──┐ the last record end before it
 *                    |    |
 */
export class RecordCutter {
  readonly #order: CutOrder;
  readonly #parts: TextPart[] = [];
  /** Bytes fed so far. */
  #at = 0;
  #partStart = 0;
  /** Rows in the current part, up to the last record end. */
  #rows = 0;
  #hasRecords = false;
  #recordEnd = 0;
  #line = 1;
  #isCrOpen = false;
  readonly #start = new RecordStart();

  constructor(order: CutOrder) {
    this.#order = order;
  }

  /** @throws RecordTooLong */
  feed(chunk: Uint8Array): void {
    const begin = this.#at;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] as number; // `at` is in range
      if (this.#isCrOpen) {
        this.#isCrOpen = false;
        this.#endRecord(begin + at + (byte === LF ? 1 : 0));
        if (byte === LF) continue;
      }
      if (byte === LF) this.#endRecord(begin + at + 1);
      else if (byte === CR) this.#isCrOpen = true;
      else if (this.#start.isOpen) this.#start.read(byte);
    }
    this.#at += chunk.length;
    this.#refuseUpTo(this.#at);
  }

  /**
   * Call once after the last chunk. If the text has fewer records than requested parts, each record
   * becomes a part.
   * @throws RecordTooLong
   */
  finish(): readonly TextPart[] {
    this.#isCrOpen = false;
    if (this.#at > this.#recordEnd) {
      if (this.#start.isOpen && this.#hasRecords) this.#start.endEarly();
      this.#endRecord(this.#at);
    }
    this.#cut();
    return this.#parts;
  }

  #endRecord(end: number): void {
    this.#refuseUpTo(end);
    if (end > this.#wishedCut) this.#cut();
    this.#recordEnd = end;
    this.#line += 1;
    if (this.#start.isRecord) {
      this.#rows += 1;
      this.#hasRecords = true;
    }
    this.#start.begin();
  }

  #refuseUpTo(end: number): void {
    if (end - this.#recordEnd > this.#order.longestRecord) throw new RecordTooLong(this.#line);
  }

  /** Where the current part should end so that all parts have about the same size. */
  get #wishedCut(): number {
    const { bytes, of } = this.#order;
    const number = this.#parts.length + 1;
    return number < of ? Math.round((bytes * number) / of) : bytes;
  }

  #cut(): void {
    if (this.#recordEnd === this.#partStart) return;
    this.#parts.push({ start: this.#partStart, end: this.#recordEnd, rows: this.#rows });
    this.#partStart = this.#recordEnd;
    this.#rows = 0;
  }
}

const LF = 10;
const CR = 13;
