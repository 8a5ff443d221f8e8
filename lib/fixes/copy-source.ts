import { bytesOfSource } from '../reading/blocks-of-source.ts';
import { collect } from '../reading/collect.ts';
import { sha256Hex } from '../reading/sha256.ts';
import type { Source } from '../reading/source.ts';

/** A copy that the assistant made for the page. Nobody can change it anymore. */
export interface MadeFile {
  readonly blob: Blob;
  /** The standard SHA-256 of its bytes, in hex. */
  readonly sha256: string;
}

export interface CopyJob {
  /** At most 30,000,000 bytes. They are in memory until the browser takes them over. */
  readonly source: Source;
}

/** Copies a source byte for byte. @throws SourceChanged */
export async function copySource(
  { source }: CopyJob,
  {
    signal,
    onProgress,
  }: { readonly signal: AbortSignal; readonly onProgress: (bytes: number) => void },
): Promise<MadeFile> {
  const bytes = await bytesOfSource(source, signal);
  const sha256 = await sha256Hex(bytes);
  const { length } = bytes;
  const blob = await collect(streamOf(bytes), { expectedBytes: length });
  onProgress(length);
  return { blob: blob.slice(0, length, 'text/plain'), sha256 };
}

function streamOf(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start(to) {
      to.enqueue(bytes);
      to.close();
    },
  });
}
