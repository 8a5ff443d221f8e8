/** Runs pieces of work side by side, at most `atOnce` of them; the rest wait in order. */
export class WorkQueue {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(atOnce: number) {
    this.#free = atOnce;
  }

  /** Behind all that waits already. */
  run<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#run(work, (turn) => this.#waiting.push(turn));
  }

  /** Before all that waits: what is nearly done is done first, and gives its memory back. */
  runNext<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#run(work, (turn) => this.#waiting.unshift(turn));
  }

  async #run<Result>(
    work: () => Promise<Result>,
    lineUp: (turn: () => void) => void,
  ): Promise<Result> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>(lineUp);
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}
