import { gzipSync } from 'node:zlib';
import { recordsOf } from './faults/edit.ts';
import { FILE_TYPES, SCHOOL_YEARS } from './file-types.ts';
import type { RawEntry } from './raw-zip.ts';
import { rawZip } from './raw-zip.ts';

/** A zip as a common program makes it, and the files that are in it for a person. */
export interface PeoplesZip {
  readonly what: string;
  readonly bytes: Buffer<ArrayBuffer>;
  /** Folders and names, e.g. `K12/SENR 2022-23.txt`. */
  readonly files: readonly string[];
  /** Whether it may go to the site as it is, apart from its name. */
  readonly isUsual: boolean;
}

const SENR = Buffer.from(`${recordsOf('SENR').join('\r\n')}\r\n`, 'latin1');
const named = (name: string): RawEntry => ({ name, data: SENR, method: 8 });

/** What the Finder adds to each file and folder. */
const APPLE_DOUBLE = Buffer.concat([Buffer.from([0, 5, 0x16, 7, 0, 2, 0, 0]), Buffer.alloc(400)]);
const added = (name: string): RawEntry => ({ name, data: APPLE_DOUBLE, method: 8 });

const allYears = SCHOOL_YEARS.flatMap((year) => FILE_TYPES.map((type) => `${type} ${year}.txt`));

/** Deflate64 differs from deflate only in the symbols for long matches, which stored blocks lack. */
function deflate64(data: Buffer): Buffer<ArrayBuffer> {
  return Buffer.from(gzipSync(data, { level: 0 }).subarray(10, -8));
}

function zip(
  what: string,
  entries: readonly RawEntry[],
  files: readonly string[],
  kind: 'usual' | 'unusual' = 'usual',
): PeoplesZip {
  return { what, bytes: rawZip(entries), files, isUsual: kind === 'usual' };
}

/** Good zips with files for one person in them. Every file holds the same SENR records. */
export const PEOPLES_ZIPS: readonly PeoplesZip[] = [
  zip('of Windows Explorer', [named('SENR 2022-23.txt')], ['SENR 2022-23.txt']),
  zip(
    'of 35 files, by the Finder',
    allYears.flatMap((name) => [named(name), added(`__MACOSX/._${name}`)]),
    allYears,
    'unusual',
  ),
  zip(
    'of a folder with 35 files, by the Finder',
    [
      { name: 'K12/', data: Buffer.of() },
      added('__MACOSX/._K12'),
      named('K12/.DS_Store'),
      added('__MACOSX/K12/._.DS_Store'),
      ...allYears.flatMap((name) => [named(`K12/${name}`), added(`__MACOSX/K12/._${name}`)]),
    ],
    allYears.map((name) => `K12/${name}`),
    'unusual',
  ),
  zip(
    'of one file, by the Finder',
    [named('SENR 2022-23.txt'), added('__MACOSX/._SENR 2022-23.txt')],
    ['SENR 2022-23.txt'],
    'unusual',
  ),
  zip(
    'with what Windows, Office and a network disk add',
    [
      named('SENR 2022-23.txt'),
      ...[
        'Thumbs.db',
        'ehthumbs.db',
        'desktop.ini',
        '~$SENR.txt',
        '@eaDir/SENR.txt@SynoEAStream',
      ].map(added),
      added('$RECYCLE.BIN/desktop.ini'),
    ],
    ['SENR 2022-23.txt'],
    'unusual',
  ),
  zip('of old PowerShell', [named('K12\\SENR 2022-23.txt')], ['K12/SENR 2022-23.txt']),
  zip(
    'of old PowerShell, with the folder as an entry',
    [{ name: 'K12\\', data: Buffer.of() }, named('K12\\2022\\SENR 2022-23.txt')],
    ['K12/2022/SENR 2022-23.txt'],
  ),
  zip('with ./ in front', [named('./SENR 2022-23.txt')], ['SENR 2022-23.txt']),
  zip('with .\\ in front', [named('.\\SENR 2022-23.txt')], ['SENR 2022-23.txt']),
  zip('with two slashes', [named('K12//SENR 2022-23.txt')], ['K12/SENR 2022-23.txt']),
  zip(
    'with all of these signs',
    [named('./K12\\.//SENR 2022-23.txt'), named('K12/SINF 2022-23.txt')],
    ['K12/SENR 2022-23.txt', 'K12/SINF 2022-23.txt'],
  ),
  zip('with two dots in a name', [named('SENR..2022-23.txt')], ['SENR..2022-23.txt']),
  zip(
    'of one name in two folders',
    [named('2021-22/SCSC.txt'), named('2022-23/SCSC.txt')],
    ['2021-22/SCSC.txt', '2022-23/SCSC.txt'],
  ),
  zip(
    'packed with Deflate64',
    [{ name: 'SENR 2022-23.txt', data: SENR, packed: deflate64(SENR), method: 9 }],
    ['SENR 2022-23.txt'],
    'unusual',
  ),
];
