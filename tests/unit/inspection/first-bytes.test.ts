import { describe, expect, it } from 'vitest';
import { readFirstBytes } from '../../../lib/inspection/first-bytes.ts';
import { latin1, lines, record } from '../support/records.ts';

const extract = lines(record('SENR'), record('SENR'));

function utf16(text: string, isLittleEndian: boolean): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) {
    view.setUint16(at * 2, text.charCodeAt(at), isLittleEndian);
  }
  return new Uint8Array(view.buffer);
}

function utf32(text: string, isLittleEndian: boolean): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(text.length * 4));
  for (let at = 0; at < text.length; at += 1) {
    view.setUint32(at * 4, text.charCodeAt(at), isLittleEndian);
  }
  return new Uint8Array(view.buffer);
}

const openDocument = (kind: string) =>
  `PK\x03\x04${'\0'.repeat(26)}mimetypeapplication/vnd.oasis.opendocument.${kind}PK\x03\x04`;

describe('the first bytes', () => {
  it.each([
    ['a zip', 'PK\x03\x04 SENR 2022-23.txt', 'zip'],
    ['an empty zip', 'PK\x05\x06', 'zip'],
    ['a workbook', 'PK\x03\x04\x14\0\x06\0[Content_Types].xml', 'xlsx'],
    ['a workbook in another order', 'PK\x03\x04\x14\0docProps/app.xml ... _rels/.rels', 'xlsx'],
    ['an old workbook', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'excel'],
    ['a PDF', '%PDF-1.7', 'pdf'],
    ['a gzip', '\x1f\x8b\x08', 'gzip'],
    ['a Word file', `PK\x03\x04[Content_Types].xml${'.'.repeat(1700)}word/document.xml`, 'word'],
    ['a presentation', 'PK\x03\x04[Content_Types].xml ppt/presentation.xml', 'powerpoint'],
    ['a LibreOffice sheet', openDocument('spreadsheet'), 'ods'],
    ['a LibreOffice text', openDocument('text'), 'odt'],
    ['a LibreOffice drawing', openDocument('graphics'), 'opendocument'],
    ['a 7z', '7z\xbc\xaf\x27\x1c\0\x04', '7z'],
    ['a RAR 4', 'Rar!\x1a\x07\0', 'rar'],
    ['a RAR 5', 'Rar!\x1a\x07\x01\0', 'rar'],
    ['a tar', `SENR 2022-23.txt${'\0'.repeat(241)}ustar\x0000`, 'tar'],
    ['a GNU tar', `SENR 2022-23.txt${'\0'.repeat(241)}ustar  \0`, 'tar'],
    ['a bzip2', 'BZh91AY&SY', 'bzip2'],
    ['an xz', '\xfd7zXZ\0', 'xz'],
    ['a zstd', '\x28\xb5\x2f\xfd', 'zstd'],
    ['the first part of a split zip', 'PK\x07\x08PK\x03\x04', 'split zip'],
    ['a page', '<!DOCTYPE html><html>', 'html'],
    ['a page without a doctype', '<html lang="en">', 'html'],
    ['a page in capitals', '<HTML>', 'html'],
    ['a page after blank lines', '\r\n\r\n  <html>', 'html'],
  ])('reveal %s', (_what, text, container) => {
    expect(readFirstBytes(latin1(text)).container).toBe(container);
  });

  it.each([
    ['nothing', ''],
    ['an extract', extract],
    ['the letters PK', 'PK^SENR'],
    ['half a signature', '%PD'],
    ['a record with <html> in it', `${record('SENR')}<html>`],
    ['a comparison sign', '< 5'],
    ['XML, which need not be a page', '<?xml version="1.0"?><records/>'],
    ['a doctype of another language', '<!DOCTYPE records>'],
    ['words that begin like an archive', 'BZh9 is no bzip2'],
    ['half a mark of 7z', '7z\xbc\xaf'],
    ['the word ustar in a record', `${'x'.repeat(250)}ustar`],
  ])('reveal no container for %s', (_what, text) => {
    expect(readFirstBytes(latin1(text)).container).toBeUndefined();
  });

  it.each([
    ['\xef\xbb\xbf', 'utf-8 with mark', 3],
    ['\xff\xfe', 'utf-16le', 2],
    ['\xfe\xff', 'utf-16be', 2],
    ['\xff\xfe\0\0', 'utf-32le', 4],
    ['\0\0\xfe\xff', 'utf-32be', 4],
  ])('reveal the mark %j', (mark, encoding, markBytes) => {
    expect(readFirstBytes(latin1(mark))).toEqual({ encoding, markBytes });
  });

  it('also reveal a saved page after a mark', () => {
    expect(readFirstBytes(latin1('\xef\xbb\xbf<!doctype html>')).container).toBe('html');
  });

  it.each([
    ['utf-16le', utf16(extract, true)],
    ['utf-16be', utf16(extract, false)],
    ['utf-32le', utf32(extract, true)],
    ['utf-32be', utf32(extract, false)],
  ])('reveal %s without a mark', (encoding, bytes) => {
    expect(readFirstBytes(bytes)).toEqual({ encoding, markBytes: 0 });
  });

  it('reveal no encoding for plain text, even with a few NULs in it', () => {
    expect(readFirstBytes(latin1(extract))).toEqual({ markBytes: 0 });
    expect(readFirstBytes(latin1(extract.replace('^^', '^\0^\0')))).toEqual({ markBytes: 0 });
    expect(readFirstBytes(new Uint8Array(64))).toEqual({ markBytes: 0 });
    const halfNul = 'a\0b\0cdef'.repeat(20);
    expect(readFirstBytes(latin1(halfNul))).toEqual({ markBytes: 0 });
  });
});
