import type { Words } from '../words/words.ts';
import { Refusal } from './refusal.ts';

/** How a number is written: `985`, `9985`, `9,985` or `9.985`. */
export type Writing = 'short' | 'plain' | 'commas' | 'dots';

/** Fewer numbers with dots do not show that the dots stand at the thousands. */
const FEWEST_WITH_DOTS = 2;

/**
 * How the numbers of one paste are written. Spain and South America write `9.985` for what the
 * United States and Mexico write as `9,985`. A dot counts as the thousands only if every number from
 * 1,000 on has it.
 */
export class Figures {
  readonly #counts: Record<Writing, number> = { short: 0, plain: 0, commas: 0, dots: 0 };
  #firstWithDots: Refusal | undefined;

  /** @param why the reason to refuse this number, in case its dots are in doubt */
  add(writing: Writing, line: number, why: Words): void {
    this.#counts[writing] += 1;
    if (writing === 'dots') this.#firstWithDots ??= new Refusal(line, why);
  }

  /** Call after the last row. @throws Refusal if a number has two meanings */
  finish(): void {
    const { plain, commas, dots } = this.#counts;
    const isClear = dots >= FEWEST_WITH_DOTS && plain + commas === 0;
    if (this.#firstWithDots && !isClear) throw this.#firstWithDots;
  }
}
