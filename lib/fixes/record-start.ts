import { FILE_TYPES } from '../calpads/file-types.ts';
import type { RecordType } from '../calpads/record-types.ts';
import { readRecordType } from '../calpads/record-types.ts';
import { UTF8_MARK } from '../inspection/first-bytes.ts';

const CARET = 94;
/** Longer than a record code with two marks in front of it. */
const MOST_BYTES = 16;

/**
 * Tells from the first field of a line whether the line is a record, as the record scanner does. It
 * is fed byte by byte, because a chunk may end anywhere.
 */
export class RecordStart {
  isRecord = false;
  /** Whether it needs the next byte of the line. */
  isOpen = true;
  readonly #bytes = new Uint8Array(MOST_BYTES);
  #length = 0;
  /** The bytes of the last code that was a record's, because codes repeat from line to line. */
  #known = new Uint8Array(0);

  /** Call at the start of each line. */
  begin(): void {
    this.isRecord = false;
    this.isOpen = true;
    this.#length = 0;
  }

  read(byte: number): void {
    if (byte === CARET) {
      this.isOpen = false;
      this.isRecord = this.#isKnown() || this.#isCode();
    } else if (this.#length === MOST_BYTES) {
      this.isOpen = false;
    } else {
      this.#bytes[this.#length] = byte;
      this.#length += 1;
    }
  }

  /** The file ended. A line that stops inside its record code is a record that was cut off. */
  endEarly(): void {
    this.isOpen = false;
    const start = this.#text();
    this.isRecord = start !== '' && CODES.some((code) => code.startsWith(start));
  }

  #text(): string {
    let from = 0;
    while (UTF8_MARK.every((byte, at) => this.#bytes[from + at] === byte)) {
      from += UTF8_MARK.length;
      if (from >= this.#length) break;
    }
    return String.fromCharCode(...this.#bytes.subarray(from, this.#length));
  }

  #isKnown(): boolean {
    const known = this.#known;
    if (known.length === 0 || known.length !== this.#length) return false;
    for (let at = 0; at < known.length; at += 1) {
      if (known[at] !== this.#bytes[at]) return false;
    }
    return true;
  }

  #isCode(): boolean {
    if (!isRowOfExtract(readRecordType(this.#text()))) return false;
    this.#known = this.#bytes.slice(0, this.#length);
    return true;
  }
}

const CODES: readonly string[] = FILE_TYPES.map((fileType) => `${fileType}-R`);

/** Other look-alikes never go to the page, so they are never cut. */
function isRowOfExtract(type: RecordType): boolean {
  return (
    type.kind === 'ods' || (type.kind === 'look-alike' && type.lookAlike === 'sis-upload-file')
  );
}
