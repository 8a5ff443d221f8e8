import type { Encoding } from '../inspection/file-facts.ts';
import { isWide, wideToUtf8 } from '../inspection/wide-text.ts';
import { blocksOfFile } from '../reading/blocks.ts';

/** How a copy of a text is to differ from the file on the disk. */
export interface Rewrite {
  /** Of the file; wide encodings become UTF-8, which loses nothing. Others stay byte for byte. */
  readonly encoding: Encoding;
  /** 1-based line of the column names: it and the blank lines before it are left out. */
  readonly headerLine?: number;
}

export interface RewriteJob {
  readonly source: Blob;
  readonly rewrite: Rewrite;
}

const LF = 10;
const CR = 13;

/** Makes the copy in a stream, block by block. */
export async function rewriteText(
  { source, rewrite: { encoding, headerLine = 0 } }: RewriteJob,
  options: { readonly signal: AbortSignal; readonly onProgress: (bytes: number) => void },
): Promise<Blob> {
  const toText = isWide(encoding) ? wideToUtf8(encoding) : (block: Uint8Array) => block;
  const parts: Blob[] = [];
  const lines = new LineSkipper(headerLine);
  let read = 0;
  for await (const block of blocksOfFile(source, options.signal)) {
    // A Blob each, so that the browser may keep what is done outside this worker's memory.
    parts.push(new Blob([lines.rest(toText(block)).slice()]));
    read += block.length;
    options.onProgress(read);
  }
  return new Blob(parts, { type: 'text/plain' });
}

/** Passes everything behind the first `lines` lines; a CR LF may be cut in two by the blocks. */
class LineSkipper {
  #left: number;
  #wasCr = false;

  constructor(lines: number) {
    this.#left = lines;
  }

  /** What of the next block is to be kept. */
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
