/** The only entry in a zip. */
export interface PackedEntry {
  /** ASCII only. */
  readonly name: string;
  /** Raw deflate data (RFC 1951). */
  readonly data: Blob;
  /** The size of the data before compression. */
  readonly bytes: number;
  readonly crc32: number;
}

/** Sizes from here up would need zip64 records. */
const BEYOND_32_BITS = 0xffffffff;

const MADE_ON_UNIX_BY_2_0 = 0x0314;
const READ_BY_2_0 = 20;
const DEFLATED = 8;
/**
 * The earliest day that a zip can state. With a fixed day, the same input gives the same bytes on
 * any day.
 */
const JANUARY_1_1980 = 0x0021;
/** A plain file, `-rw-r--r--`. */
const UNIX_FILE = 0o100644 << 16;

/**
 * Puts zip records around compressed data (APPNOTE.TXT 4.3: a local header, the data, a central
 * header and the end record). It neither reads nor copies the data. A zip library passes on every
 * byte several times and needed more memory for that than for the compression.
 * @throws RangeError for a file or compressed data of 4 GiB or more
 */
export function zipOfOne({ name, data, bytes, crc32 }: PackedEntry): Blob {
  const nameBytes = new TextEncoder().encode(name);
  const facts = [
    ...short(READ_BY_2_0),
    ...short(0), // flags
    ...short(DEFLATED),
    ...short(0), // midnight
    ...short(JANUARY_1_1980),
    ...long(crc32),
    ...long(data.size),
    ...long(bytes),
    ...short(nameBytes.length),
    ...short(0), // extra field
  ];
  const local = [...long(0x04034b50), ...facts, ...nameBytes];
  const centralAt = local.length + data.size;
  if (Math.max(bytes, centralAt) >= BEYOND_32_BITS) {
    throw new RangeError(`A file of ${bytes} bytes needs a zip of another kind.`);
  }
  const central = [
    ...long(0x02014b50),
    ...short(MADE_ON_UNIX_BY_2_0),
    ...facts,
    ...short(0), // comment
    ...short(0), // disk
    ...short(0), // internal attributes
    ...long(UNIX_FILE),
    ...long(0), // offset of the local header
    ...nameBytes,
  ];
  const end = [
    ...long(0x06054b50),
    ...short(0), // disk
    ...short(0), // disk of the central header
    ...short(1), // entries on this disk
    ...short(1), // entries
    ...long(central.length),
    ...long(centralAt),
    ...short(0), // comment
  ];
  return new Blob([Uint8Array.from(local), data, Uint8Array.from([...central, ...end])], {
    type: 'application/zip',
  });
}

/** Little-endian, like all numbers in a zip. */
function short(value: number): number[] {
  return [value & 0xff, (value >>> 8) & 0xff];
}

function long(value: number): number[] {
  return [...short(value & 0xffff), ...short(value >>> 16)];
}
