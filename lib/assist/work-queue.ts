/** Behind all that waits already, or before it. */
export type Turn = 'in turn' | 'next';

/** Runs pieces of work side by side, at most `atOnce` of them; the rest wait in order. */
export class WorkQueue {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(atOnce: number) {
    this.#free = atOnce;
  }

  async run<Result>(work: () => Promise<Result>, turn: Turn = 'in turn'): Promise<Result> {
    if (this.#free > 0) this.#free -= 1;
    else {
      await new Promise<void>((begin) => {
        if (turn === 'next') this.#waiting.unshift(begin);
        else this.#waiting.push(begin);
      });
    }
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}
