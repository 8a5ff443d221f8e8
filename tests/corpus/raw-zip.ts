import { crc32, deflateRawSync } from 'node:zlib';

/** One entry in a zip where any value may be a lie. Values that are not given are true. */
export interface RawEntry {
  readonly name?: string;
  readonly localName?: string;
  readonly data?: Buffer;
  /** The data as it is packed. */
  readonly packed?: Buffer;
  /** 0 stored, 8 deflated. For any other, the data is taken as it is. */
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
  readonly packedSize?: number;
  readonly size?: number;
  /** The offset that the list gives for it. */
  readonly offset?: number;
}

interface RawEnd {
  readonly count?: number;
  readonly directoryOffset?: number;
  readonly behind?: Buffer;
  /** The number of this disk, counted from 0. */
  readonly disk?: number;
}

const DAY = 0x0021;
export const TEXT = Buffer.from('SENR-R^^^0199901^^^2022-2023\r\n'.repeat(40));
export const NAME = 'SENR 2022-23.txt';

/** A zip as wrong as its entries say. */
export function rawZip(entries: readonly RawEntry[], end: RawEnd = {}): Buffer<ArrayBuffer> {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { name = NAME, data = TEXT, method = 0, flags = 0 } = entry;
    const packed = entry.packed ?? (method === 8 ? deflateRawSync(data) : data);
    const common = (given: string) => {
      const header = Buffer.alloc(26);
      header.writeUInt16LE(20, 0);
      header.writeUInt16LE(flags, 2);
      header.writeUInt16LE(method, 4);
      header.writeUInt16LE(DAY, 8);
      header.writeUInt32LE(entry.crc ?? crc32(data), 10);
      header.writeUInt32LE(entry.packedSize ?? packed.length, 14);
      header.writeUInt32LE(entry.size ?? data.length, 18);
      header.writeUInt16LE(Buffer.byteLength(given, 'latin1'), 22);
      return header;
    };
    const localName = entry.localName ?? name;
    const local = Buffer.concat([
      Buffer.from('PK\x03\x04', 'latin1'),
      common(localName),
      Buffer.from(localName, 'latin1'),
      packed,
    ]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(entry.offset ?? offset, 10);
    directory.push(
      Buffer.concat([
        Buffer.from('PK\x01\x02', 'latin1'),
        Buffer.from([20, 0]),
        common(name),
        place,
        Buffer.from(name, 'latin1'),
      ]),
    );
    locals.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const last = Buffer.alloc(22);
  last.write('PK\x05\x06', 'latin1');
  last.writeUInt16LE(end.disk ?? 0, 4);
  last.writeUInt16LE(end.count ?? entries.length, 8);
  last.writeUInt16LE(end.count ?? entries.length, 10);
  last.writeUInt32LE(list.length, 12);
  last.writeUInt32LE(end.directoryOffset ?? offset, 16);
  return Buffer.concat([...locals, list, last, end.behind ?? Buffer.alloc(0)]);
}
