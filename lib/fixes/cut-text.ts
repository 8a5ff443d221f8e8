import { blocksOfFile } from '../reading/blocks.ts';
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
 * Reads a text once, block by block, and says where to cut it; `source.slice` then gives the parts.
 * @throws RecordTooLong
 */
export async function cutText(
  { source, of, longestRecord }: CutJob,
  options: { readonly signal: AbortSignal; readonly onProgress: (bytesRead: number) => void },
): Promise<readonly TextPart[]> {
  const cutter = new RecordCutter({ bytes: source.size, of, longestRecord });
  let read = 0;
  for await (const block of blocksOfFile(source, options.signal)) {
    cutter.feed(block);
    read += block.length;
    options.onProgress(read);
  }
  return cutter.finish();
}
