/**
 * How an entry is packed, if the assistant cannot unpack it. The names are those that zip programs
 * show, and people see them.
 */
export type PackingMethod =
  | 'BZip2'
  | 'LZMA'
  | 'Zstandard'
  | 'XZ'
  | 'PPMd'
  | 'Implode'
  | 'another method';

const STORED = 0;
const DEFLATED = 8;
/** Windows packs files of over 2 GB so. zip.js reads it, but not every program does. */
const DEFLATE64 = 9;

/** APPNOTE.TXT 4.4.5. */
const METHODS: ReadonlyMap<number, PackingMethod> = new Map([
  [6, 'Implode'],
  [12, 'BZip2'],
  [14, 'LZMA'],
  [20, 'Zstandard'],
  [93, 'Zstandard'],
  [95, 'XZ'],
  [98, 'PPMd'],
]);

interface Packed {
  readonly compressionMethod: number;
}

/** The name of an entry's method. Absent if the assistant can unpack it. */
export function unreadableMethod({ compressionMethod }: Packed): PackingMethod | undefined {
  if ([STORED, DEFLATED, DEFLATE64].includes(compressionMethod)) return undefined;
  return METHODS.get(compressionMethod) ?? 'another method';
}

/** Whether every program can unpack it. */
export function isUsualMethod({ compressionMethod }: Packed): boolean {
  return compressionMethod === STORED || compressionMethod === DEFLATED;
}
