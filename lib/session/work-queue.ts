export interface Claim {
  readonly length?: 'long' | 'short';
  /** How much of the room this piece of work takes up; what needs more than there is takes all. */
  readonly takes?: number;
}

interface Waiting {
  readonly takes: number;
  readonly begin: () => void;
}

/**
 * Runs pieces of work side by side, as many as there is room for; the rest wait. Short ones come
 * first, since each ends what was begun, until few long ones are left: of two cores, one would idle
 * while the other does the last long one.
 */
export class WorkQueue {
  readonly #long: Waiting[] = [];
  readonly #short: Waiting[] = [];
  readonly #room: number;
  #free: number;

  constructor(room: number) {
    this.#room = room;
    this.#free = room;
  }

  run<Result>(
    work: () => Promise<Result>,
    { length = 'long', takes: wanted = 1 }: Claim = {},
  ): Promise<Result> {
    const takes = Math.min(wanted, this.#room);
    return new Promise((resolve) => {
      const waiting = length === 'short' ? this.#short : this.#long;
      waiting.push({ takes, begin: () => resolve(this.#do(work, takes)) });
      this.#letIn();
    });
  }

  async #do<Result>(work: () => Promise<Result>, takes: number): Promise<Result> {
    try {
      return await work();
    } finally {
      this.#free += takes;
      this.#letIn();
    }
  }

  #letIn(): void {
    for (;;) {
      const areShortDue = this.#short.length > 0 && !this.#areFewLongLeft;
      const waiting = areShortDue ? this.#short : this.#long;
      const [first] = waiting;
      if (!first || first.takes > this.#free) return;
      waiting.shift();
      this.#free -= first.takes;
      first.begin();
    }
  }

  get #areFewLongLeft(): boolean {
    return this.#long.length > 0 && this.#long.length < this.#room;
  }
}
