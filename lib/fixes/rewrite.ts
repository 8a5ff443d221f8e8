import type { Encoding } from '../inspection/file-facts.ts';
import { isWide, wideToUtf8 } from '../inspection/wide-text.ts';
import { blocksOfSource } from '../reading/blocks-of-source.ts';
import type { Source } from '../reading/source.ts';
import type { LineEdits } from './line-editor.ts';
import { LineEditor } from './line-editor.ts';

/** How the copy differs from the file on disk. */
export interface Rewrite extends LineEdits {
  /**
   * The file's own encoding. Wide encodings become UTF-8, which loses nothing. The others stay byte
   * for byte.
   */
  readonly encoding: Encoding;
}

export interface RewriteJob {
  readonly source: Source;
  readonly rewrite: Rewrite;
}

/** Makes the copy block by block, in flat memory. @throws SourceChanged */
export async function rewriteText(
  { source, rewrite }: RewriteJob,
  options: { readonly signal: AbortSignal; readonly onProgress: (bytes: number) => void },
): Promise<Blob> {
  const { encoding } = rewrite;
  const toText = isWide(encoding) ? wideToUtf8(encoding) : (block: Uint8Array) => block;
  const parts: Blob[] = [];
  const editor = new LineEditor(rewrite);
  let read = 0;
  for await (const block of blocksOfSource(source, options.signal)) {
    // With one Blob per block, the browser can keep the blocks outside this worker's memory.
    parts.push(new Blob([editor.edit(toText(block))]));
    read += block.length;
    options.onProgress(read);
  }
  return new Blob([...parts, editor.finish()], { type: 'text/plain' });
}
