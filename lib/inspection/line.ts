const NUL = 0;
const LF = 10;
const CR = 13;
const CARET = 94;

/**
 * The line being looked at: a window on a block's bytes, and where its first carets are. One object
 * serves all lines, because there are millions.
 */
export class Line {
  bytes = new Uint8Array(0);
  /** Of the line, in `bytes`; the line end is not part of it. */
  start = 0;
  end = 0;
  caretCount = 0;
  hasNul = false;
  readonly #carets: Int32Array;
  /** The buffer under `bytes`, four bytes at a time, and where in it `bytes` begins. */
  #words = new Int32Array(0);
  #offset = 0;

  /** @param fields how many fields can be asked for, counted from the first; of others it knows the number. */
  constructor(fields: number) {
    this.#carets = new Int32Array(fields);
  }

  /** The lines of these bytes are read next. */
  open(bytes: Uint8Array<ArrayBuffer>): void {
    const { buffer, byteOffset } = bytes;
    this.bytes = bytes;
    this.#words = new Int32Array(buffer, 0, buffer.byteLength >> 2);
    this.#offset = byteOffset;
  }

  /**
   * Moves to the line that begins at `start` and goes to its line end or the end of the bytes. Every
   * byte of the file passes here: behind the fields that can be asked for, four at a time.
   */
  read(start: number): void {
    const { bytes } = this;
    const { length } = bytes;
    const words = this.#words;
    const offset = this.#offset;
    const carets = this.#carets;
    let caretCount = 0;
    let hasNul = false;
    let at = start;
    for (; at < length; at += 1) {
      const byte = bytes[at] as number; // `at` is below the length
      if (byte === CARET) {
        if (caretCount < carets.length) carets[caretCount] = at;
        caretCount += 1;
      } else if (byte <= CR) {
        if (byte === LF || byte === CR) break;
        if (byte === NUL) hasNul = true;
      }
      if (caretCount < carets.length || ((at + 1 + offset) & 3) !== 0) continue;
      // As many whole words as hold nothing but text and carets; the byte behind them is next.
      let word = (at + 1 + offset) >> 2;
      const end = Math.min((length + offset) >> 2, word + MOST_WORDS);
      let tallies = 0;
      for (; word < end; word += 1) {
        const four = words[word] as number; // it ends within the bytes
        if (hasControl(four)) break;
        tallies += caretsIn(four);
      }
      caretCount += sumOf(tallies);
      at = (word << 2) - offset - 1;
    }
    this.start = start;
    this.end = at;
    this.caretCount = caretCount;
    this.hasNul = hasNul;
  }

  get length(): number {
    return this.end - this.start;
  }

  /** Where a 1-based caret field begins; beyond the line when it has fewer fields. */
  fieldStart(position: number): number {
    if (position === 1) return this.start;
    return position > this.caretCount + 1 ? this.end : (this.#carets[position - 2] as number) + 1;
  }

  fieldEnd(position: number): number {
    return position <= this.caretCount ? (this.#carets[position - 1] as number) : this.end;
  }
}

/*
 * Four bytes in one number, by the well-known tricks of bit counting (H. S. Warren, "Hacker's
 * Delight", section 6-1): a byte's highest bit tells of the byte.
 */
const HIGH_BITS = 0x80808080;
const LOW_BITS = 0x7f7f7f7f;
const ONES = 0x01010101;
/** Four tallies of so many words add up to less than 256, and fit in one byte together. */
const MOST_WORDS = 63;

/** Whether one of the four is below 14: a line end, a NUL, or another control character. */
function hasControl(word: number): boolean {
  return ((word - (CR + 1) * ONES) & ~word & HIGH_BITS) !== 0;
}

/** Four tallies in one number: 1 for each byte that is a caret. */
function caretsIn(word: number): number {
  const noCaret = word ^ (CARET * ONES); // a byte of 0 where a caret was
  return ~(((noCaret & LOW_BITS) + LOW_BITS) | noCaret | LOW_BITS) >>> 7;
}

function sumOf(tallies: number): number {
  return Math.imul(tallies, ONES) >>> 24;
}
