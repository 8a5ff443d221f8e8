export interface Claim {
  /** Behind all that waits already, or before it. */
  readonly turn?: 'in turn' | 'next';
  /** How much of the room this piece of work takes up; what needs more than there is takes all. */
  readonly takes?: number;
}

/** Runs pieces of work side by side, as many as there is room for; the rest wait in order. */
export class WorkQueue {
  readonly #waiting: { readonly takes: number; readonly begin: () => void }[] = [];
  readonly #room: number;
  #free: number;

  constructor(room: number) {
    this.#room = room;
    this.#free = room;
  }

  async run<Result>(
    work: () => Promise<Result>,
    { turn = 'in turn', takes: wanted = 1 }: Claim = {},
  ): Promise<Result> {
    const takes = Math.min(wanted, this.#room);
    const isNext = turn === 'next' || this.#waiting.length === 0;
    if (isNext && takes <= this.#free) this.#free -= takes;
    else {
      await new Promise<void>((begin) => {
        if (turn === 'next') this.#waiting.unshift({ takes, begin });
        else this.#waiting.push({ takes, begin });
      });
    }
    try {
      return await work();
    } finally {
      this.#free += takes;
      this.#letIn();
    }
  }

  #letIn(): void {
    for (let [first] = this.#waiting; first && first.takes <= this.#free; [first] = this.#waiting) {
      this.#waiting.shift();
      this.#free -= first.takes;
      first.begin();
    }
  }
}
