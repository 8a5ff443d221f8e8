/** More schools than the largest LEA has. */
const MOST_SCHOOLS = 2000;
/** A power of two, more than twice as many slots as schools. */
const SLOTS = 1 << 12;

/**
 * Counts records by school. Schools change from record to record, and there are millions, so the
 * counts are in flat arrays: a slot holds a code and its count, and a code goes into the first free
 * slot from its own place on.
 */
export class SchoolCounts {
  readonly #codes = new Int32Array(SLOTS).fill(-1);
  readonly #counts = new Uint32Array(SLOTS);
  #schools = 0;

  /** @param school its seven digits as a number */
  add(school: number): void {
    let slot = Math.imul(school, 0x9e3779b1) >>> 20;
    while (this.#codes[slot] !== school) {
      if (this.#codes[slot] === -1) {
        if (this.#schools === MOST_SCHOOLS) return;
        this.#schools += 1;
        this.#codes[slot] = school;
        break;
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    this.#counts[slot] = (this.#counts[slot] as number) + 1;
  }

  /** Records by 7-digit code. */
  get counts(): ReadonlyMap<string, number> {
    const entries = [...this.#codes].flatMap((code, slot): [string, number][] =>
      code === -1 ? [] : [[String(code).padStart(7, '0'), this.#counts[slot] as number]],
    );
    return new Map(entries);
  }
}
