/** Complete records of a text, from byte `start` up to but not including `end`. */
export interface TextPart {
  readonly start: number;
  readonly end: number;
  /** Lines that are not blank, counted the way the inspection counts them. */
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
  #recordEnd = 0;
  #line = 1;
  #hasContent = false;
  #isCrOpen = false;

  constructor(order: CutOrder) {
    this.#order = order;
  }

  /** @throws RecordTooLong */
  feed(chunk: Uint8Array): void {
    const begin = this.#at;
    for (let at = 0; at < chunk.length; at += 1) {
      const kind = KIND_OF[chunk[at] as number] as number; // `at` is in range, and the table has every byte
      if (this.#isCrOpen) {
        this.#isCrOpen = false;
        this.#endRecord(begin + at + (kind === LF ? 1 : 0));
        if (kind === LF) continue;
      }
      if (kind === LF) this.#endRecord(begin + at + 1);
      else if (kind === CR) this.#isCrOpen = true;
      else if (kind === CONTENT) this.#hasContent = true;
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
    if (this.#at > this.#recordEnd) this.#endRecord(this.#at);
    this.#cut();
    return this.#parts;
  }

  #endRecord(end: number): void {
    this.#refuseUpTo(end);
    if (end > this.#wishedCut) this.#cut();
    this.#recordEnd = end;
    this.#line += 1;
    if (this.#hasContent) this.#rows += 1;
    this.#hasContent = false;
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

const CONTENT = 0;
const NOTHING = 1;
const LF = 2;
const CR = 3;

/** A line with only blanks, separators and the end-of-file mark is not a row. */
const KIND_OF = new Uint8Array(256).fill(CONTENT);
for (const character of ' \t,|^\x1a') KIND_OF[character.charCodeAt(0)] = NOTHING;
KIND_OF[10] = LF;
KIND_OF[13] = CR;
