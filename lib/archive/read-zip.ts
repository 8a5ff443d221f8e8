import { buf as crc32Of } from 'crc-32';
import JSZip from 'jszip';
import { blocksOfFile } from '../reading/blocks.ts';
import { giveBack } from '../reading/give-back.ts';
import { z } from '../validation/z.ts';

declare module 'jszip' {
  interface JSZipObject {
    /** Documented (https://stuk.github.io/jszip/documentation/api_zipobject/internal_stream.html), not typed. */
    internalStream(type: 'uint8array'): JSZip.JSZipStreamHelper<Uint8Array<ArrayBuffer>>;
  }
}

/** What is in one entry of an opened archive, by its inflated content. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: number;
  /** Signed. */
  readonly crc32: number;
}

/** JSZip keeps an entry's stored length and CRC-32 here; it has no public door to them. */
const storedData = z
  .object({ uncompressedSize: z.number(), crc32: z.number() })
  .catch({ uncompressedSize: 0, crc32: 0 }); // an empty entry has neither

/**
 * Opens an archive that we wrote with JSZip, an implementation independent of the one that writes,
 * and inflates every entry to compare it with its stored length and CRC-32. JSZip would do that too
 * (`checkCRC32`), and take nearly half of its time for the sums.
 * @param zip at most 30,000,000 bytes: JSZip holds the compressed bytes in memory
 * @throws when the bytes are no zip, are cut short, or do not match their length and CRC-32
 */
export async function openZip(zip: Blob): Promise<ZipEntry[]> {
  const bytes = await bytesOf(zip);
  try {
    const archive = await JSZip.loadAsync(bytes);
    const entries: ZipEntry[] = [];
    for (const entry of Object.values(archive.files)) {
      if (!entry.dir) entries.push(await inflated(entry));
    }
    return entries;
  } finally {
    giveBack(bytes);
  }
}

async function inflated(entry: JSZip.JSZipObject): Promise<ZipEntry> {
  const stored = storedData.parse(Reflect.get(entry, '_data'));
  const { bytes, crc32 } = await sumOf(entry);
  if (bytes !== stored.uncompressedSize || crc32 !== stored.crc32) {
    throw new Error('An entry does not match its stored length and CRC-32.');
  }
  return { name: entry.unsafeOriginalName ?? entry.name, bytes, crc32 };
}

function sumOf(entry: JSZip.JSZipObject): Promise<Pick<ZipEntry, 'bytes' | 'crc32'>> {
  return new Promise((resolve, reject) => {
    let bytes = 0;
    let crc32 = 0;
    entry
      .internalStream('uint8array')
      .on('data', (chunk) => {
        bytes += chunk.length;
        crc32 = crc32Of(chunk, crc32);
        giveBack(chunk); // a garbage collector needs a twentieth of a busy machine's time for these
      })
      .on('error', reject)
      .on('end', () => resolve({ bytes, crc32 }))
      .resume();
  });
}

/** Block by block: asked for the whole at once, the browser holds it twice for a moment. */
async function bytesOf(zip: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(zip.size);
  let read = 0;
  for await (const block of blocksOfFile(zip, new AbortController().signal)) {
    bytes.set(block, read);
    read += block.length;
  }
  return bytes;
}
