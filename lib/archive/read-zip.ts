import JSZip from 'jszip';
import { blocksOfFile } from '../reading/blocks.ts';
import { giveBack } from '../reading/give-back.ts';
import { z } from '../validation/z.ts';

/** One entry of an opened archive. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: number;
  readonly crc32: number;
}

/** JSZip keeps an entry's stored length and CRC-32 here; it has no public door to them. */
const storedData = z
  .object({ uncompressedSize: z.number(), crc32: z.number() })
  .catch({ uncompressedSize: 0, crc32: 0 }); // an empty entry has neither

/**
 * Opens an archive that we wrote with JSZip, an implementation independent of the one that writes,
 * and inflates every entry to compare it with its stored CRC-32.
 * @param zip at most 30,000,000 bytes: JSZip holds the compressed bytes in memory
 * @throws when the bytes are no zip, are cut short, or do not match their CRC-32
 */
export async function openZip(zip: Blob): Promise<ZipEntry[]> {
  const bytes = await bytesOf(zip);
  try {
    const archive = await JSZip.loadAsync(bytes, { checkCRC32: true });
    return Object.values(archive.files)
      .filter((entry) => !entry.dir)
      .map(asEntry);
  } finally {
    giveBack(bytes);
  }
}

function asEntry(entry: JSZip.JSZipObject): ZipEntry {
  const stored = storedData.parse(Reflect.get(entry, '_data'));
  return {
    name: entry.unsafeOriginalName ?? entry.name,
    bytes: stored.uncompressedSize,
    crc32: stored.crc32,
  };
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
