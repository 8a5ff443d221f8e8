const NUL = 0;
const LF = 10;
const CR = 13;
const CARET = 94;
const QUOTE = 34;
const SLASH = 47;
/** The last byte before the digits. */
const LAST_SIGN = SLASH;

/**
 * The current line: a window on a block's bytes, and the positions of its first carets. One object
 * serves all lines, because there are millions.
 */
export class Line {
  bytes = new Uint8Array(0);
  /** The range of the line in `bytes`, without the line end. */
  start = 0;
  end = 0;
  caretCount = 0;
  hasNul = false;
  /** Whether the line has a quote or a slash, as a quoted field or a date like 8/15/2023 has. */
  hasMark = false;
  readonly #carets: Int32Array;
  /** The buffer of `bytes`, four bytes at a time, and where `bytes` begins in it. */
  #words = new Int32Array(0);
  #offset = 0;

  /**
   * @param fields how many fields, counted from the first, can be located. The rest are only
   * counted.
   */
  constructor(fields: number) {
    this.#carets = new Int32Array(fields);
  }

  /** Sets the bytes whose lines are read next. */
  open(bytes: Uint8Array<ArrayBuffer>): void {
    const { buffer, byteOffset } = bytes;
    this.bytes = bytes;
    this.#words = new Int32Array(buffer, 0, buffer.byteLength >> 2);
    this.#offset = byteOffset;
  }

  /**
   * Moves to the line that begins at `start` and reads to its line end or the end of the bytes.
   * Every byte of the file passes here. After the fields that can be located, it reads four bytes
   * at a time.
   */
  read(start: number): void {
    const { bytes } = this;
    const { length } = bytes;
    const words = this.#words;
    const offset = this.#offset;
    const carets = this.#carets;
    let caretCount = 0;
    let hasNul = false;
    let hasMark = false;
    let at = start;
    for (; at < length; at += 1) {
      const byte = bytes[at] as number; // `at` is below the length
      if (byte === CARET) {
        if (caretCount < carets.length) carets[caretCount] = at;
        caretCount += 1;
      } else if (byte <= LAST_SIGN) {
        if (byte === LF || byte === CR) break;
        if (byte === NUL) hasNul = true;
        else if (byte === QUOTE || byte === SLASH) hasMark = true;
      }
      if (caretCount < carets.length || ((at + 1 + offset) & 3) !== 0) continue;
      // Words that hold only text and carets are skipped. The loop goes on with the byte after
      // them.
      const first = (at + 1 + offset) >> 2;
      const end = Math.min((length + offset) >> 2, first + MOST_WORDS);
      let word = first;
      let tallies = 0;
      for (; word < end; word += 1) {
        const four = words[word] as number; // it ends within the bytes
        if (isSpecial(four)) break;
        tallies += withoutCarets(four);
      }
      caretCount += 4 * (word - first) - sumOf(tallies);
      at = (word << 2) - offset - 1;
    }
    this.start = start;
    this.end = at;
    this.caretCount = caretCount;
    this.hasNul = hasNul;
    this.hasMark = hasMark;
  }

  get length(): number {
    return this.end - this.start;
  }

  /**
   * Where a 1-based caret field begins. If the line has fewer fields, this is the end of the line.
   */
  fieldStart(position: number): number {
    if (position === 1) return this.start;
    return position > this.caretCount + 1 ? this.end : (this.#carets[position - 2] as number) + 1;
  }

  fieldEnd(position: number): number {
    return position <= this.caretCount ? (this.#carets[position - 1] as number) : this.end;
  }
}

/*
 * Four bytes in one number, with well-known bit tricks (H. S. Warren, "Hacker's Delight", section
 * 6-1). The highest bit of a byte holds the answer for that byte.
 */
const HIGH_BITS = 0x80808080;
const LOW_BITS = 0x7f7f7f7f;
const ONES = 0x01010101;
/** The four tallies of 63 words add up to less than 256, so the sum fits in one byte. */
const MOST_WORDS = 63;

/**
 * Whether one of the four needs a look of its own: a line end, a NUL or another control character
 * (below 14), a quote or a slash. It is also true for letters outside ASCII, which are rare.
 */
function isSpecial(word: number): boolean {
  const belowControl = word - (CR + 1) * ONES;
  const atQuote = (word ^ (QUOTE * ONES)) - ONES; // a borrow where a quote was
  const atSlash = (word ^ (SLASH * ONES)) - ONES;
  return ((belowControl | atQuote | atSlash) & HIGH_BITS) !== 0;
}

/** Four tallies in one number: 1 for each byte that is not a caret. */
function withoutCarets(word: number): number {
  const noCaret = word ^ (CARET * ONES); // a byte of 0 where a caret was
  return ((((noCaret & LOW_BITS) + LOW_BITS) | noCaret) >>> 7) & ONES;
}

function sumOf(tallies: number): number {
  return Math.imul(tallies, ONES) >>> 24;
}
