import type { SchoolYear } from '../calpads/school-year.ts';
import { RecordScanner } from '../inspection/record-scanner.ts';

/**
 * Sorts the records of a text by their own school year, with their line ends and without a change.
 * All other lines, and the records of years that are not wanted, go nowhere. The record scanner
 * says what is a record, as in the inspection, and counts all lines.
 *
 *   route(block) ──► scanner ──► each complete line ──► the chunk of its year
 */
export class YearRouter {
  /** What all lines of the text are. */
  readonly scanner: RecordScanner;
  readonly #chunks: ReadonlyMap<SchoolYear, Chunk>;

  constructor(wanted: readonly SchoolYear[]) {
    const chunks = new Map(wanted.map((year) => [year, new Chunk()]));
    this.#chunks = chunks;
    this.scanner = new RecordScanner((bytes, start, end, year) => {
      if (year) chunks.get(year)?.add(bytes, start, end);
    });
  }

  /**
   * The next bytes of each year. They are copies, because a compressor may read them later.
   * @param block it may end anywhere, even inside a line end
   */
  route(block: Uint8Array<ArrayBuffer>): [SchoolYear, Uint8Array<ArrayBuffer>][] {
    this.#begin();
    this.scanner.feed(block);
    return this.#routed();
  }

  /** Call once after the last block. */
  finish(): [SchoolYear, Uint8Array<ArrayBuffer>][] {
    this.#begin();
    this.scanner.finish();
    return this.#routed();
  }

  #begin(): void {
    for (const chunk of this.#chunks.values()) chunk.used = 0;
  }

  #routed(): [SchoolYear, Uint8Array<ArrayBuffer>][] {
    return [...this.#chunks]
      .filter(([, { used }]) => used > 0)
      .map(([year, chunk]) => [year, chunk.content.slice()]);
  }
}

const FIRST_CHUNK_BYTES = 64 * 1024;

/** Bytes that are collected from many places. The room grows as needed and is used again. */
class Chunk {
  used = 0;
  #room = new Uint8Array(FIRST_CHUNK_BYTES);

  get content(): Uint8Array<ArrayBuffer> {
    return this.#room.subarray(0, this.used);
  }

  add(bytes: Uint8Array, start: number, end: number): void {
    const used = this.used + end - start;
    if (used > this.#room.length) this.#grow(used);
    this.#room.set(bytes.subarray(start, end), this.used);
    this.used = used;
  }

  #grow(atLeast: number): void {
    const room = new Uint8Array(Math.max(2 * this.#room.length, atLeast));
    room.set(this.content);
    this.#room = room;
  }
}
