import { UTF8_MARK } from '../inspection/first-bytes.ts';

const LF = 10;
const CR = 13;
const CR_LF: readonly number[] = [CR, LF];
/** The line end that an LF completes, after so many CRs. */
const AT_LF: readonly (readonly number[])[] = [[LF], CR_LF, [CR, CR, LF]];
const AT_CR: readonly number[] = [CR];

export interface LineEdits {
  /** Which lines the copy leaves out, and where it leaves out a byte order mark. */
  readonly drop?: { readonly lines: readonly number[]; readonly marks: readonly number[] };
  /** The copy ends each line with CR LF and has no byte order mark at the start. */
  readonly repair?: true;
}

/**
 * Copies a text without some lines, without some byte order marks, or with other line ends. All
 * other bytes stay as they are. It counts lines as the record scanner does: CR LF, LF, CR and
 * CR CR LF each end one line. A block may end anywhere, even inside a line end or a mark.
 *
 *   edit(block) ──► #byte ──► line end? ──► #endLine (kept, dropped or replaced)
 *                      └────► mark at the start of a listed line? ──► left out
 */
export class LineEditor {
  readonly #droppedLines: ReadonlySet<number>;
  readonly #linesWithMark: ReadonlySet<number>;
  readonly #isRepair: boolean;
  readonly #lastListed: number;
  #out = new Uint8Array(0);
  #used = 0;
  #line = 1;
  #isDropped = false;
  /** CRs that may be the beginning of a line end. At most two. */
  #openCrs = 0;
  /** How many bytes of a mark were read, at the start of a line that has one. */
  #markBytes: number | undefined;

  constructor({ drop, repair }: LineEdits) {
    const lines = drop?.lines ?? [];
    const marks = drop?.marks ?? [];
    this.#droppedLines = new Set(lines);
    this.#linesWithMark = new Set(repair ? [1, ...marks] : marks);
    this.#isRepair = repair === true;
    this.#lastListed = Math.max(0, ...lines, ...marks);
    this.#beginLine();
  }

  /** The bytes that the copy keeps from the next block. */
  edit(block: Uint8Array): Uint8Array<ArrayBuffer> {
    const isRestTheSame = !this.#isRepair && this.#line > this.#lastListed && this.#openCrs === 0;
    if (isRestTheSame) return block.slice();
    // A line end may double in length. CRs and a part of a mark may be left from the block before.
    this.#out = new Uint8Array(2 * block.length + CR_LF.length * 2 + UTF8_MARK.length);
    this.#used = 0;
    for (const byte of block) this.#byte(byte);
    return this.#out.slice(0, this.#used);
  }

  /** Call once after the last block. The bytes that were held back until then. */
  finish(): Uint8Array<ArrayBuffer> {
    this.#out = new Uint8Array(CR_LF.length * 2 + UTF8_MARK.length);
    this.#used = 0;
    this.#endMark();
    this.#endAtCrs(this.#openCrs);
    return this.#out.slice(0, this.#used);
  }

  #byte(byte: number): void {
    if (byte === CR) {
      this.#endMark();
      if (this.#openCrs === 2) this.#endAtCrs(1);
      this.#openCrs += 1;
      return;
    }
    if (byte === LF) {
      this.#endMark();
      this.#endLine(AT_LF[this.#openCrs] ?? CR_LF);
      this.#openCrs = 0;
      return;
    }
    if (this.#openCrs > 0) this.#endAtCrs(this.#openCrs);
    if (this.#markBytes !== undefined && this.#isInMark(byte)) return;
    if (!this.#isDropped) this.#put(byte);
  }

  /** Whether the byte belongs to a mark at the start of the line. */
  #isInMark(byte: number): boolean {
    if (byte !== UTF8_MARK[this.#markBytes ?? 0]) {
      this.#endMark();
      return false;
    }
    this.#markBytes = ((this.#markBytes ?? 0) + 1) % UTF8_MARK.length;
    return true;
  }

  /** The bytes read so far were no mark after all. */
  #endMark(): void {
    const read = this.#markBytes ?? 0;
    this.#markBytes = undefined;
    if (!this.#isDropped) for (const byte of UTF8_MARK.slice(0, read)) this.#put(byte);
  }

  /** Each of these CRs ends a line. */
  #endAtCrs(count: number): void {
    for (let ended = 0; ended < count; ended += 1) this.#endLine(AT_CR);
    this.#openCrs -= count;
  }

  #endLine(lineEnd: readonly number[]): void {
    if (!this.#isDropped) for (const byte of this.#isRepair ? CR_LF : lineEnd) this.#put(byte);
    this.#line += 1;
    this.#beginLine();
  }

  #beginLine(): void {
    this.#isDropped = this.#droppedLines.has(this.#line);
    this.#markBytes = this.#linesWithMark.has(this.#line) ? 0 : undefined;
  }

  #put(byte: number): void {
    this.#out[this.#used] = byte;
    this.#used += 1;
  }
}
