/** 2^20 bits, 128 KiB. With 500,000 students, the usual error of the estimate is below 0.2 %. */
const BITS = 1 << 20;
const SHIFT_TO_WORD = 17; // a 32-bit hash → one of 32,768 words
const SHIFT_TO_BIT = 12;

/**
 * Estimates how many different numbers it was given, in flat memory: each number sets one bit, and
 * the bits that stay zero tell how many there were. This is linear counting (Whang, Vander-Zanden
 * and Taylor, 1990). It keeps no number, and no number can be read from its bits.
 */
export class DistinctCount {
  readonly #words = new Int32Array(BITS >> 5);

  /** Adds a number of up to ten digits, as its first and its last five digits. */
  add(high: number, low: number): void {
    const hash = mixed(Math.imul(high, 0x9e3779b1) ^ Math.imul(low, 0x85ebca6b));
    const word = hash >>> SHIFT_TO_WORD;
    this.#words[word] = (this.#words[word] as number) | (1 << ((hash >>> SHIFT_TO_BIT) & 31));
  }

  get estimate(): number {
    let zeros = 0;
    for (const word of this.#words) zeros += 32 - onesIn(word);
    // If no bit is zero, there were more than it can tell apart: about 14 million.
    return Math.round(BITS * Math.log(BITS / Math.max(zeros, 1)));
  }
}

/** Spreads numbers that differ in one digit over all bits (the finalizer of MurmurHash3). */
function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** H. S. Warren, "Hacker's Delight", section 5-1. */
function onesIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
