import { crc32, deflateRawSync } from 'node:zlib';

/** One entry in a zip where any value may be a lie. Values that are not given are true. */
interface RawEntry {
  readonly name?: string;
  readonly localName?: string;
  readonly data?: Buffer;
  /** 0 stored, 8 deflated. */
  readonly method?: 0 | 8;
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
}

const DAY = 0x0021;
const TEXT = Buffer.from('SENR-R^^^0199901^^^2022-2023\r\n'.repeat(40));
const NAME = 'SENR 2022-23.txt';

function rawZip(entries: readonly RawEntry[], end: RawEnd = {}): Buffer<ArrayBuffer> {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { name = NAME, data = TEXT, method = 0, flags = 0 } = entry;
    const packed = method === 8 ? deflateRawSync(data) : data;
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
  last.writeUInt16LE(end.count ?? entries.length, 8);
  last.writeUInt16LE(end.count ?? entries.length, 10);
  last.writeUInt32LE(list.length, 12);
  last.writeUInt32LE(end.directoryOffset ?? offset, 16);
  return Buffer.concat([...locals, list, last, end.behind ?? Buffer.alloc(0)]);
}

const ZEROS = Buffer.alloc(10_000_000);
const GIGABYTES = 2_100_000_000;

export interface HostileZip {
  readonly what: string;
  readonly bytes: Buffer<ArrayBuffer>;
  /** The reason that the assistant gives. Several if more than one is true. */
  readonly refusal: readonly string[];
}

const GOOD = rawZip([{ method: 8 }]);

/** Zips that do harm or are not what they claim. */
export const HOSTILE_ZIPS: readonly HostileZip[] = [
  { what: 'a way up', bytes: rawZip([{ name: '../SENR.txt' }]), refusal: ['unsafe name'] },
  { what: 'a way up inside', bytes: rawZip([{ name: 'a/../../b.txt' }]), refusal: ['unsafe name'] },
  { what: 'a way up, backwards', bytes: rawZip([{ name: '..\\b.txt' }]), refusal: ['unsafe name'] },
  { what: 'from the root', bytes: rawZip([{ name: '/etc/a.txt' }]), refusal: ['unsafe name'] },
  { what: 'a drive', bytes: rawZip([{ name: 'C:/a.txt' }]), refusal: ['unsafe name'] },
  { what: 'a drive, backslash', bytes: rawZip([{ name: 'C:\\a.txt' }]), refusal: ['unsafe name'] },
  { what: 'a share', bytes: rawZip([{ name: '\\\\host\\a.txt' }]), refusal: ['unsafe name'] },
  { what: 'a backslash', bytes: rawZip([{ name: 'a\\b.txt' }]), refusal: ['unsafe name'] },
  { what: 'a NUL', bytes: rawZip([{ name: 'a.txt\0.exe' }]), refusal: ['unsafe name'] },
  {
    what: 'one name twice',
    bytes: rawZip([{}, {}]),
    refusal: ['same name twice', 'two readings'],
  },
  {
    what: 'one name in two cases',
    bytes: rawZip([{}, { name: NAME.toLowerCase() }]),
    refusal: ['same name twice', 'two readings'],
  },
  { what: 'a password', bytes: rawZip([{ flags: 1 }]), refusal: ['encrypted'] },
  { what: 'strong encryption', bytes: rawZip([{ flags: 0x41 }]), refusal: ['encrypted'] },
  { what: 'a zip inside', bytes: rawZip([{ name: 'a.zip', data: GOOD }]), refusal: ['zip in zip'] },
  { what: 'another archive inside', bytes: rawZip([{ name: 'a.7z' }]), refusal: ['zip in zip'] },
  {
    what: '51 entries',
    bytes: rawZip(Array.from({ length: 51 }, (_, at) => ({ name: `${at}.txt` }))),
    refusal: ['too many entries'],
  },
  { what: 'a bomb', bytes: rawZip([{ data: ZEROS, method: 8 }]), refusal: ['bomb'] },
  {
    what: 'a bomb that says it is small',
    bytes: rawZip([{ data: ZEROS, method: 8, size: 30_000 }]),
    refusal: ['bomb', 'damaged'],
  },
  {
    what: 'over 2 GB by its own word',
    bytes: rawZip([{ data: Buffer.alloc(11_000_000, 'x'), size: GIGABYTES }]),
    refusal: ['bomb', 'two readings'],
  },
  {
    what: 'two entries in one place',
    bytes: rawZip([{ name: 'a.txt' }, { name: 'b.txt', localName: 'a.txt', offset: 0 }]),
    refusal: ['overlapping entries', 'two readings'],
  },
  {
    what: 'an entry inside another',
    bytes: rawZip([{ name: 'a.txt' }, { name: 'b.txt', offset: 60 }]),
    refusal: ['overlapping entries', 'two readings', 'damaged'],
  },
  { what: 'a wrong check sum', bytes: rawZip([{ crc: 1 }]), refusal: ['damaged'] },
  { what: 'no end', bytes: rawZip([{}]).subarray(0, -30), refusal: ['damaged'] },
  { what: 'half of it', bytes: GOOD.subarray(0, GOOD.length >> 1), refusal: ['damaged'] },
  { what: 'no beginning', bytes: GOOD.subarray(40), refusal: ['damaged', 'two readings'] },
  {
    what: 'zip64 sizes without the field for them',
    bytes: rawZip([{ size: 0xffffffff, packedSize: 0xffffffff }]),
    refusal: ['damaged', 'two readings', 'bomb'],
  },
  {
    what: 'another name in front of the data',
    bytes: rawZip([{ localName: 'SINF 2022-23.txt' }]),
    refusal: ['two readings'],
  },
  {
    what: 'a wrong count',
    bytes: rawZip([{}], { count: 2 }),
    refusal: ['damaged', 'two readings'],
  },
  {
    what: 'a list that lies elsewhere',
    bytes: rawZip([{}], { directoryOffset: 3 }),
    refusal: ['damaged', 'two readings'],
  },
  {
    what: 'something behind the end',
    bytes: rawZip([{}], { behind: Buffer.from('#!/bin/sh\n') }),
    refusal: ['two readings', 'damaged'],
  },
  { what: 'a second zip behind', bytes: Buffer.concat([GOOD, GOOD]), refusal: ['two readings'] },
  {
    what: 'more announced than there is',
    bytes: rawZip([{ method: 8, size: TEXT.length + 1 }]),
    refusal: ['damaged'],
  },
];
