const MOST_CODES_KEPT = 200;
/** How many line numbers are kept of each kind. A person looks at the first ones. */
export const LINES_NAMED = 10;

/** Counts lines by kind, and keeps the numbers of the first ones. */
export class LinesByKind<Kind extends string> {
  readonly lines = new Map<Kind, { count: number; firstLines: number[] }>();

  add(kind: Kind, line: number): void {
    let lines = this.lines.get(kind);
    if (!lines) {
      lines = { count: 0, firstLines: [] };
      this.lines.set(kind, lines);
    }
    lines.count += 1;
    const { firstLines } = lines;
    if (firstLines.length < LINES_NAMED && firstLines.at(-1) !== line) firstLines.push(line);
  }
}

/**
 * Counts by key. Keys repeat from record to record, so a run of equal keys is added in one step.
 */
export class Tally<Key extends string | number> {
  readonly #counts = new Map<Key, number>();
  #key: Key | undefined;
  #run = 0;

  add(key: Key): void {
    if (key !== this.#key) {
      this.#putAway();
      this.#key = key;
    }
    this.#run += 1;
  }

  get counts(): ReadonlyMap<Key, number> {
    this.#putAway();
    return this.#counts;
  }

  #putAway(): void {
    if (this.#key === undefined || this.#run === 0) return;
    const soFar = this.#counts.get(this.#key);
    if (soFar !== undefined || this.#counts.size < MOST_CODES_KEPT) {
      this.#counts.set(this.#key, (soFar ?? 0) + this.#run);
    }
    this.#run = 0;
  }
}
