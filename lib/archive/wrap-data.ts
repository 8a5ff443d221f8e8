import { giveBack } from '../reading/give-back.ts';

/** A local file header's fixed part, and in it the lengths of name and extra field (APPNOTE.TXT 4.3.7). */
const HEADER_BYTES = 30;
const LENGTHS_AT = 26;
const BLANK = new Uint8Array(64 * 1024);
/** What was given back is freed when the worker next has nothing to do. */
const REST_EVERY_BYTES = 8 * 1024 * 1024;

/**
 * For the zip of one entry whose compressed data is a Blob already. A zip writer reads as many blank
 * bytes in its place; of what it writes only what stands before and behind them is kept, and the Blob
 * itself is put between. The data is so neither read nor copied once more, which of a part is 28 MB.
 */
export function wrapData(data: Blob): {
  /** As long as the data. */
  readonly blank: {
    readonly readable: ReadableStream<Uint8Array<ArrayBuffer>>;
    readonly size: number;
  };
  readonly writable: WritableStream<Uint8Array<ArrayBuffer>>;
  /** Call once the writer is closed. */
  readonly zip: () => Blob;
} {
  const before: Uint8Array<ArrayBuffer>[] = [];
  const behind: Uint8Array<ArrayBuffer>[] = [];
  let written = 0;
  let header: number | undefined;
  const writable = new WritableStream<Uint8Array<ArrayBuffer>>({
    write(chunk) {
      header ??= headerBytes(chunk);
      const dataEnd = header + data.size;
      const start = written;
      written += chunk.length;
      if (start < header) before.push(chunk.slice(0, header - start));
      if (written > dataEnd) behind.push(chunk.slice(Math.max(0, dataEnd - start)));
      // The zip writer's own copies: as many bytes as the data has, were they left to be collected.
      const isBlank = start >= header && written <= dataEnd;
      if (isBlank && chunk.buffer !== BLANK.buffer) giveBack(chunk);
    },
  });
  return {
    blank: { readable: blanks(data.size), size: data.size },
    writable,
    zip: () => new Blob([...before, data, ...behind], { type: 'application/zip' }),
  };
}

function blanks(size: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  let left = size;
  return new ReadableStream({
    async pull(to) {
      const part = BLANK.subarray(0, left);
      left -= part.length;
      const isRestDue = left % REST_EVERY_BYTES < part.length;
      if (isRestDue) await new Promise((rested) => setTimeout(rested));
      if (part.length > 0) to.enqueue(part);
      else to.close();
    },
  });
}

/** @param first of what is written; it holds the header's fixed part at least. */
function headerBytes(first: Uint8Array<ArrayBuffer>): number {
  const view = new DataView(first.buffer, first.byteOffset, HEADER_BYTES);
  const nameBytes = view.getUint16(LENGTHS_AT, true);
  const extraBytes = view.getUint16(LENGTHS_AT + 2, true);
  return HEADER_BYTES + nameBytes + extraBytes;
}
