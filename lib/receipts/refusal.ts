import type { Words } from '../words/words.ts';

/** Why a pasted table is not read. It ends the reading: a table is read as a whole or not at all. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  /** 1-based line of the pasted text, or row of the pasted table. */
  readonly line: number;
  readonly why: Words;

  constructor(line: number, why: Words) {
    super(why[0]);
    this.line = line;
    this.why = why;
  }
}
