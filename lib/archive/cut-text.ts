import type { TextPart } from './record-cutter.ts';
import { RecordCutter } from './record-cutter.ts';

export interface CutJob {
  readonly source: Blob;
  /** How many parts. */
  readonly of: number;
  /** The most bytes that one record may have. */
  readonly longestRecord: number;
}

/**
 * Reads a text once, in a stream, and says where to cut it; `source.slice` then gives the parts.
 * @throws RecordTooLong
 */
export async function cutText(
  { source, of, longestRecord }: CutJob,
  options: { readonly signal: AbortSignal; readonly onProgress: (bytesRead: number) => void },
): Promise<readonly TextPart[]> {
  const cutter = new RecordCutter({ bytes: source.size, of, longestRecord });
  const reader = source.stream().getReader();
  let read = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return cutter.finish();
      options.signal.throwIfAborted();
      cutter.feed(value);
      read += value.length;
      options.onProgress(read);
    }
  } finally {
    reader.releaseLock();
  }
}
