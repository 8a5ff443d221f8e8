import type { Encoding } from '../inspection/file-facts.ts';
import { isWide, wideToUtf8 } from '../inspection/wide-text.ts';
import { blocksOfSource } from '../reading/blocks-of-source.ts';
import type { Source } from '../reading/source.ts';

/** How the copy differs from the file on disk. */
export interface Rewrite {
  /**
   * The file's own encoding. Wide encodings become UTF-8, which loses nothing. The others stay byte
   * for byte.
   */
  readonly encoding: Encoding;
  /**
   * The 1-based line of the column names. The copy leaves it out, with the blank lines before it.
   */
  readonly headerLine?: number;
}

export interface RewriteJob {
  readonly source: Source;
  readonly rewrite: Rewrite;
}

const LF = 10;
const CR = 13;

/** Makes the copy block by block, in flat memory. @throws SourceChanged */
export async function rewriteText(
  { source, rewrite: { encoding, headerLine = 0 } }: RewriteJob,
  options: { readonly signal: AbortSignal; readonly onProgress: (bytes: number) => void },
): Promise<Blob> {
  const toText = isWide(encoding) ? wideToUtf8(encoding) : (block: Uint8Array) => block;
  const parts: Blob[] = [];
  const lines = new LineSkipper(headerLine);
  let read = 0;
  for await (const block of blocksOfSource(source, options.signal)) {
    // With one Blob per block, the browser can keep the blocks outside this worker's memory.
    parts.push(new Blob([lines.rest(toText(block)).slice()]));
    read += block.length;
    options.onProgress(read);
  }
  return new Blob(parts, { type: 'text/plain' });
}

/** Drops the first `lines` lines. A block may end between the CR and the LF of a line end. */
class LineSkipper {
  #left: number;
  #wasCr = false;

  constructor(lines: number) {
    this.#left = lines;
  }

  /** The bytes of the next block that the copy keeps. */
  rest(block: Uint8Array): Uint8Array {
    let at = 0;
    while (at < block.length && (this.#left > 0 || this.#wasCr)) {
      const byte = block[at];
      const isSecondHalf = this.#wasCr && byte === LF;
      if (this.#left === 0 && !isSecondHalf) {
        this.#wasCr = false;
        break;
      }
      if (byte === CR || (byte === LF && !isSecondHalf)) this.#left -= 1;
      this.#wasCr = byte === CR;
      at += 1;
    }
    return block.subarray(at);
  }
}
