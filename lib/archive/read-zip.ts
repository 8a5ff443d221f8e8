import JSZip from 'jszip';
import { z } from '../validation/z.ts';

/** One entry of an opened archive. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: number;
  readonly crc32: number;
  /** The inflated bytes, chunk by chunk, never the whole at once. */
  chunks(): AsyncIterable<Uint8Array>;
}

/** JSZip keeps an entry's stored length and CRC-32 here; it has no public door to them. */
const storedData = z
  .object({ uncompressedSize: z.number(), crc32: z.number() })
  .catch({ uncompressedSize: 0, crc32: 0 }); // an empty entry has neither

/**
 * Opens an archive with JSZip, an implementation independent of the one that writes, and inflates
 * every entry to compare it with its stored CRC-32.
 * @param zip at most 30,000,000 bytes: JSZip holds the compressed bytes in memory
 * @throws when the bytes are no zip, are cut short, or do not match their CRC-32
 */
export async function openZip(zip: Blob): Promise<ZipEntry[]> {
  const archive = await JSZip.loadAsync(await zip.arrayBuffer(), {
    checkCRC32: true,
  });
  return Object.values(archive.files)
    .filter((entry) => !entry.dir)
    .map((entry) => {
      const stored = storedData.parse(Reflect.get(entry, '_data'));
      return {
        name: entry.unsafeOriginalName ?? entry.name,
        bytes: stored.uncompressedSize,
        crc32: stored.crc32,
        chunks: () => chunksOf(entry),
      };
    });
}

/** JSZip's stream pushes; this holds it back while the reader is busy, so nothing piles up. */
async function* chunksOf(entry: JSZip.JSZipObject): AsyncGenerator<Uint8Array> {
  const stream = internalStream(entry);
  const waiting: Uint8Array[] = [];
  let isOver = false;
  let failure: Error | undefined;
  let wake = () => {};
  stream.on('data', (chunk) => {
    waiting.push(chunk);
    stream.pause();
    wake();
  });
  stream.on('end', () => {
    isOver = true;
    wake();
  });
  stream.on('error', (error) => {
    failure = error;
    wake();
  });
  while (true) {
    const chunk = waiting.shift();
    if (chunk) yield chunk;
    else if (failure) throw failure;
    else if (isOver) return;
    else {
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      stream.resume();
      await woken;
    }
  }
}

/** JSZip's documented streaming call, which its type file leaves out of JSZipObject. */
interface ChunkStream {
  on(event: 'data', listener: (chunk: Uint8Array) => void): ChunkStream;
  on(event: 'end', listener: () => void): ChunkStream;
  on(event: 'error', listener: (error: Error) => void): ChunkStream;
  pause(): ChunkStream;
  resume(): ChunkStream;
}

function internalStream(entry: JSZip.JSZipObject): ChunkStream {
  const withStream = entry as JSZip.JSZipObject & {
    internalStream(type: 'uint8array'): ChunkStream;
  };
  return withStream.internalStream('uint8array');
}
