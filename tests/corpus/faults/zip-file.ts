import { crc32 } from 'node:zlib';
import type { Bytes } from './edit.ts';
import { concat, latin1 } from './edit.ts';

export interface ZipEntry {
  readonly name: string;
  readonly text: string;
}

const LOCAL_SIGNATURE = 0x04034b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const END_SIGNATURE = 0x06054b50;
/** January 1, 1980, the earliest day that a zip can state. A real clock would change the bytes. */
const DAY = 0x0021;

/** A valid zip with stored entries (APPNOTE.TXT 4.3), always with the same bytes. */
export function zipOf(entries: readonly ZipEntry[]): Bytes {
  const locals: Uint8Array[] = [];
  const centrals: Uint8Array[] = [];
  let offset = 0;
  for (const { name, text } of entries) {
    const data = latin1(text);
    const common = commonFields(name, data);
    const local = concat(words([LOCAL_SIGNATURE]), common, latin1(name), data);
    centrals.push(
      concat(
        words([CENTRAL_SIGNATURE]),
        shorts([20]),
        common,
        shorts([0, 0, 0]),
        words([0, offset]),
        latin1(name),
      ),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = concat(...centrals);
  return concat(
    ...locals,
    directory,
    words([END_SIGNATURE]),
    shorts([0, 0, entries.length, entries.length]),
    words([directory.length, offset]),
    shorts([0]),
  );
}

/** The fields that the local and the central header share, starting at "version needed". */
function commonFields(name: string, data: Uint8Array): Bytes {
  return concat(
    shorts([20, 0, 0, 0, DAY]),
    words([crc32(data), data.length, data.length]),
    shorts([name.length, 0]),
  );
}

function shorts(values: readonly number[]): Bytes {
  return concat(...values.map((value) => Uint8Array.of(value & 0xff, value >>> 8)));
}

function words(values: readonly number[]): Bytes {
  return concat(
    ...values.map((value) =>
      Uint8Array.of(value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24),
    ),
  );
}
