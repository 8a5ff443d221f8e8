import type { Container, Encoding } from './file-facts.ts';

/** What the first bytes reveal before any record is read. */
export interface FirstBytes {
  readonly container?: Container;
  /** Set only if the bytes prove it: a byte order mark, or the NUL pattern of wide characters. */
  readonly encoding?: Encoding;
  /** The length of the byte order mark in bytes. */
  readonly markBytes: number;
}

/** The byte order mark U+FEFF in UTF-8. */
export const UTF8_MARK: readonly number[] = [0xef, 0xbb, 0xbf];

const MAGIC: readonly { readonly container: Container; readonly bytes: readonly number[] }[] = [
  { container: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { container: 'zip', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { container: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46] },
  { container: 'gzip', bytes: [0x1f, 0x8b] },
  { container: '7z', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { container: 'rar', bytes: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07] },
  { container: 'xz', bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] },
  { container: 'zstd', bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  // The mark of the first part of a split zip.
  { container: 'split zip', bytes: [0x50, 0x4b, 0x07, 0x08] },
  { container: 'excel', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
];

/** The 4-byte marks come first: a UTF-32LE mark begins with the UTF-16LE one. */
const MARKS: readonly { readonly encoding: Encoding; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-32le', bytes: [0xff, 0xfe, 0x00, 0x00] },
  { encoding: 'utf-32be', bytes: [0x00, 0x00, 0xfe, 0xff] },
  { encoding: 'utf-8 with mark', bytes: UTF8_MARK },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

/** The number of bytes that `readFirstBytes` needs. The second name in a Word file is at about 1,750. */
export const FIRST_BYTES = 4096;

/** @param head the first FIRST_BYTES of a file, or all of a shorter file */
export function readFirstBytes(head: Uint8Array): FirstBytes {
  const mark = MARKS.find(({ bytes }) => startsWith(head, bytes));
  if (mark) {
    const markBytes = mark.bytes.length;
    const container = containerOfText(head.subarray(markBytes));
    return { encoding: mark.encoding, markBytes, ...(container && { container }) };
  }

  const magic = MAGIC.find(({ bytes }) => startsWith(head, bytes));
  if (magic?.container === 'zip') return { container: documentIn(head) ?? 'zip', markBytes: 0 };
  const container = magic?.container ?? archiveWithoutMagic(head) ?? containerOfText(head);
  if (container) return { container, markBytes: 0 };

  const encoding = wideWithoutMark(head);
  return encoding ? { encoding, markBytes: 0 } : { markBytes: 0 };
}

function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return head.length >= bytes.length && bytes.every((byte, at) => head[at] === byte);
}

/** Documents are zips whose first entries have these names. */
function documentIn(head: Uint8Array): Container | undefined {
  const start = latin1(head.subarray(0, 512));
  const openDocument = /mimetypeapplication\/vnd\.oasis\.opendocument\.([a-z]+)/.exec(start)?.[1];
  if (openDocument === 'spreadsheet') return 'ods';
  if (openDocument) return openDocument === 'text' ? 'odt' : 'opendocument';
  if (!/\[Content_Types\]\.xml|_rels\/|xl\//.test(start)) return undefined;
  const text = latin1(head);
  if (/word\/\w+\.xml/.test(text)) return 'word';
  return /ppt\/\w+\.xml/.test(text) ? 'powerpoint' : 'xlsx';
}

/** A tar names itself inside its first header (POSIX ustar). Every bzip2 has a digit in its mark. */
function archiveWithoutMagic(head: Uint8Array): Container | undefined {
  if (latin1(head.subarray(257, 262)) === 'ustar') return 'tar';
  return /^BZh[1-9]1AY&SY/.test(latin1(head.subarray(0, 10))) ? 'bzip2' : undefined;
}

/** Files of letters that are not plain text. */
function containerOfText(head: Uint8Array): Container | undefined {
  if (isHtml(head)) return 'html';
  const text = latin1(head).trimStart();
  if (text.startsWith('{\\rtf')) return 'rtf';
  if (!isMail(text)) return undefined;
  return SAVED_PAGE.test(text) ? 'html' : 'mail';
}

/** Lines that begin a saved e-mail (RFC 5322). A mailbox has a line `From ` before them. */
const MAIL_HEADER =
  /^(from|to|cc|subject|date|received|return-path|delivered-to|reply-to|sender|message-id|mime-version|content-type|content-transfer-encoding|thread-topic|thread-index|dkim-signature|authentication-results|arc-[a-z-]+|x-[a-z0-9-]+): ?\S/i;
/** A header of any name, or the rest of one. */
const ANY_HEADER = /^([a-z][a-z0-9-]*:|[ \t])/i;
/** A browser's single-file page (.mht) has the form of a mail. */
const SAVED_PAGE = /^(snapshot-content-location:|from: "?<saved by )/im;
/** A letter may have one such line. */
const FEWEST_MAIL_HEADERS = 2;

function isMail(text: string): boolean {
  const lines = text.replace(/^From .*\r?\n/, '').split(/\r\n|\n|\r/);
  const end = lines.findIndex((line) => !ANY_HEADER.test(line));
  const headers = lines.slice(0, end < 0 ? lines.length : end);
  return headers.filter((line) => MAIL_HEADER.test(line)).length >= FEWEST_MAIL_HEADERS;
}

/** The session expired, so the browser saved a login page under the extract's name. */
function isHtml(head: Uint8Array): boolean {
  return /^\s*<(!doctype html|html|head|body|script|meta)/i.test(latin1(head.subarray(0, 256)));
}

/**
 * Extracts are nearly pure ASCII, so wide characters show as NULs in every other byte (UTF-16) or
 * in three of four (UTF-32).
 */
function wideWithoutMark(head: Uint8Array): Encoding | undefined {
  const sample = head.subarray(0, head.length - (head.length % 4));
  if (sample.length < 8) return undefined;
  const nuls = [0, 0, 0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) nuls[at % 4] = (nuls[at % 4] ?? 0) + 1;
  });
  const mostly = nuls.map((count) => count > (sample.length / 4) * 0.8);
  const pattern = mostly.map((isNul) => (isNul ? '0' : 'x')).join('');
  const encodings: Record<string, Encoding> = {
    x000: 'utf-32le',
    '000x': 'utf-32be',
    x0x0: 'utf-16le',
    '0x0x': 'utf-16be',
  };
  return encodings[pattern];
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
