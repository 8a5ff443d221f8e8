import { buf as crc32Of } from 'crc-32';
import JSZip from 'jszip';
import { blocksOfFile } from '../reading/blocks.ts';
import { giveBack } from '../reading/give-back.ts';
import { sha256Hex } from '../reading/sha256.ts';
import { z } from '../validation/z.ts';

declare module 'jszip' {
  interface JSZipObject {
    /**
     * Documented (https://stuk.github.io/jszip/documentation/api_zipobject/internal_stream.html)
     * but not typed.
     */
    internalStream(type: 'uint8array'): JSZip.JSZipStreamHelper<Uint8Array<ArrayBuffer>>;
  }
}

/** One entry of an opened archive, measured on its inflated content. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: number;
  /** Signed. */
  readonly crc32: number;
}

export interface OpenedZip {
  readonly entries: readonly ZipEntry[];
  /** The standard SHA-256 of the zip's bytes, in hex. */
  readonly sha256: string;
}

/** JSZip keeps an entry's stored length and CRC-32 here and has no public way to read them. */
const storedData = z
  .object({ uncompressedSize: z.number(), crc32: z.number() })
  .catch({ uncompressedSize: 0, crc32: 0 }); // an empty entry has neither

/**
 * Opens an archive that we wrote. JSZip is independent of the code that writes it. Inflates every
 * entry and compares it with its stored length and CRC-32. JSZip could do that too (`checkCRC32`),
 * but it spends nearly half of its time on the checksums.
 * @param zip at most 30,000,000 bytes: JSZip holds the compressed bytes in memory, so their SHA-256
 * is computed at the same time
 * @throws if the bytes are not a zip, are cut short, or do not match their length and CRC-32
 */
export async function openZip(zip: Blob): Promise<OpenedZip> {
  const bytes = await bytesOf(zip);
  const hashing = sha256Hex(bytes);
  hashing.catch(() => {}); // nothing awaits it if the zip cannot be opened
  try {
    const archive = await JSZip.loadAsync(bytes);
    const entries: ZipEntry[] = [];
    for (const entry of Object.values(archive.files)) {
      if (!entry.dir) entries.push(await inflated(entry));
    }
    return { entries, sha256: await hashing };
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
        giveBack(chunk); // collecting these takes a twentieth of a busy machine's time
      })
      .on('error', reject)
      .on('end', () => resolve({ bytes, crc32 }))
      .resume();
  });
}

/**
 * Reads block by block. If asked for everything at once, the browser holds it twice for a moment.
 */
async function bytesOf(zip: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(zip.size);
  let read = 0;
  for await (const block of blocksOfFile(zip, new AbortController().signal)) {
    bytes.set(block, read);
    read += block.length;
  }
  return bytes;
}
