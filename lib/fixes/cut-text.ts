import { blocksOfSource } from '../reading/blocks-of-source.ts';
import type { Source } from '../reading/source.ts';
import { sizeOfSource } from '../reading/source.ts';
import type { TextPart } from './record-cutter.ts';
import { RecordCutter } from './record-cutter.ts';

export interface CutJob {
  readonly source: Source;
  /** How many parts. */
  readonly of: number;
  /** The most bytes that one record may have. */
  readonly longestRecord: number;
}

/**
 * Reads a text once, block by block, and says where to cut it.
 * @returns the parts, in bytes of the source
 * @throws RecordTooLong, SourceChanged
 */
export async function cutText(
  { source, of, longestRecord }: CutJob,
  options: { readonly signal: AbortSignal; readonly onProgress: (bytesRead: number) => void },
): Promise<readonly TextPart[]> {
  const cutter = new RecordCutter({ bytes: sizeOfSource(source), of, longestRecord });
  let read = 0;
  for await (const block of blocksOfSource(source, options.signal)) {
    cutter.feed(block);
    read += block.length;
    options.onProgress(read);
  }
  return cutter.finish();
}
