import { NAME, rawZip, TEXT } from './raw-zip.ts';

const ZEROS = Buffer.alloc(10_000_000);
const GIGABYTES = 2_100_000_000;

export interface HostileZip {
  readonly what: string;
  readonly bytes: Buffer<ArrayBuffer>;
  /** The reason that the assistant gives. Several if more than one is true. */
  readonly refusal: readonly string[];
}

const GOOD = rawZip([{ method: 8 }]);

/** Zips that do harm, are not what they claim, or cannot be read. */
export const HOSTILE_ZIPS: readonly HostileZip[] = [
  { what: 'a way up', bytes: rawZip([{ name: '../SENR.txt' }]), refusal: ['unsafe name'] },
  { what: 'a way up inside', bytes: rawZip([{ name: 'a/../../b.txt' }]), refusal: ['unsafe name'] },
  { what: 'a way up, backwards', bytes: rawZip([{ name: '..\\b.txt' }]), refusal: ['unsafe name'] },
  { what: 'from the root', bytes: rawZip([{ name: '/etc/a.txt' }]), refusal: ['unsafe name'] },
  { what: 'a drive', bytes: rawZip([{ name: 'C:/a.txt' }]), refusal: ['unsafe name'] },
  { what: 'a drive, backslash', bytes: rawZip([{ name: 'C:\\a.txt' }]), refusal: ['unsafe name'] },
  { what: 'a share', bytes: rawZip([{ name: '\\\\host\\a.txt' }]), refusal: ['unsafe name'] },
  {
    what: 'a way up inside, backwards',
    bytes: rawZip([{ name: 'a\\..\\..\\b.txt' }]),
    refusal: ['unsafe name'],
  },
  { what: 'a way up between', bytes: rawZip([{ name: './..//b.txt' }]), refusal: ['unsafe name'] },
  {
    what: 'a way up in what macOS added',
    bytes: rawZip([{}, { name: '__MACOSX/../../b' }]),
    refusal: ['unsafe name'],
  },
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
  {
    what: 'one name with two separators',
    bytes: rawZip([{ name: 'K12/a.txt' }, { name: 'K12\\.\\A.txt' }]),
    refusal: ['same name twice'],
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
  {
    what: '501 entries that macOS added',
    bytes: rawZip(Array.from({ length: 501 }, (_, at) => ({ name: `__MACOSX/._${at}.txt` }))),
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
  { what: 'BZip2', bytes: rawZip([{ method: 12 }]), refusal: ['BZip2'] },
  { what: 'LZMA', bytes: rawZip([{ method: 14 }]), refusal: ['LZMA'] },
  { what: 'zstd', bytes: rawZip([{ method: 93 }]), refusal: ['Zstandard'] },
  { what: 'the first number of zstd', bytes: rawZip([{ method: 20 }]), refusal: ['Zstandard'] },
  { what: 'xz', bytes: rawZip([{ method: 95 }]), refusal: ['XZ'] },
  { what: 'PPMd', bytes: rawZip([{ method: 98 }]), refusal: ['PPMd'] },
  { what: 'PKZIP 1 of 1989', bytes: rawZip([{ method: 6 }]), refusal: ['Implode'] },
  { what: 'a number for no method', bytes: rawZip([{ method: 77 }]), refusal: ['another method'] },
  {
    what: 'BZip2 in one of two files',
    bytes: rawZip([{}, { name: 'b.txt', method: 12 }]),
    refusal: ['BZip2'],
  },
  { what: 'the last of two disks', bytes: rawZip([{}], { disk: 1 }), refusal: ['split'] },
  {
    what: 'the first of two disks',
    bytes: Buffer.concat([Buffer.from('PK\x07\x08', 'latin1'), GOOD.subarray(0, 60)]),
    refusal: ['split'],
  },
];
