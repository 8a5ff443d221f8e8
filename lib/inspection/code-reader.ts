import { ascii } from './ascii.ts';
import type { Line } from './line.ts';

/**
 * Longer than any code that is read: record types, school years, LEA and school codes.
 */
export const LONGEST_CODE_BYTES = 12;

/**
 * Reads a field's code. Codes repeat from record to record, so it keeps the last one's bytes and
 * compares. For most records it then makes no string at all.
 */
export class CodeReader<Meaning> {
  readonly #parse: (code: string) => Meaning;
  #bytes = new Uint8Array(0);
  #meaning: Meaning;

  constructor(parse: (code: string) => Meaning) {
    this.#parse = parse;
    this.#meaning = parse('');
  }

  /** Reads a 1-based field. If the line has no such field, the code is empty. */
  read(line: Line, position: number): Meaning {
    const from = line.fieldStart(position);
    const to = line.fieldEnd(position);
    if (to - from > LONGEST_CODE_BYTES) return this.#parse('');
    if (!this.#isLast(line.bytes, from, to)) {
      this.#bytes = line.bytes.slice(from, to);
      this.#meaning = this.#parse(ascii(line.bytes, from, to));
    }
    return this.#meaning;
  }

  #isLast(bytes: Uint8Array, from: number, to: number): boolean {
    const last = this.#bytes;
    if (to - from !== last.length) return false;
    for (let at = 0; at < last.length; at += 1) {
      if (bytes[from + at] !== last[at]) return false;
    }
    return true;
  }
}
