import { describe, expect, it } from 'vitest';
import type { Rewrite } from '../../../lib/fixes/rewrite.ts';
import { rewriteText } from '../../../lib/fixes/rewrite.ts';
import type { Encoding } from '../../../lib/inspection/file-facts.ts';
import { ownSource } from '../../../lib/reading/source.ts';

const { signal } = new AbortController();

async function rewritten(source: string | Buffer<ArrayBuffer>, rewrite: Rewrite): Promise<string> {
  const job = { source: ownSource(new Blob([source])), rewrite };
  const blob = await rewriteText(job, { signal, onProgress: () => {} });
  return blob.text();
}

function utf32(text: string, isLittleEndian: boolean): Buffer<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(text.length * 4));
  [...text].forEach((letter, at) => {
    view.setUint32(at * 4, letter.codePointAt(0) ?? 0, isLittleEndian);
  });
  return Buffer.from(view.buffer);
}

const TEXT = 'SENR-R^A^^1234567\r\nSENR-R^A^^1234567^Muñoz\r\n';
const WIDE: readonly (readonly [Encoding, Buffer<ArrayBuffer>])[] = [
  ['utf-16le', Buffer.from(TEXT, 'utf16le')],
  ['utf-16le', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
  ['utf-16be', Buffer.from(TEXT, 'utf16le').swap16()],
  ['utf-32le', utf32(TEXT, true)],
  ['utf-32be', utf32(`\uFEFF${TEXT}`, false)],
];

describe('a copy in one-byte characters', () => {
  it.each(WIDE)('has the same text as the source, from %s', async (encoding, bytes) => {
    expect(await rewritten(bytes, { encoding })).toBe(TEXT);
  });
});

describe('a copy without column names', () => {
  it.each(['\r\n', '\n', '\r'])('keeps every byte of the records, with %j', async (end) => {
    const records = ['SENR-R^1', '', 'SENR-R^2'].join(end);
    const source = `Record Type^Local ID${end}${records}`;
    expect(await rewritten(source, { encoding: 'ascii', headerLine: 1 })).toBe(records);
  });

  it('also leaves out the blank lines before them', async () => {
    const source = '\r\n\r\nRecord Type^Local ID\r\nSENR-R^1\r\n';
    expect(await rewritten(source, { encoding: 'ascii', headerLine: 3 })).toBe('SENR-R^1\r\n');
  });

  it('keeps a blank line after them', async () => {
    const source = 'Record Type^Local ID\n\nSENR-R^1\n';
    expect(await rewritten(source, { encoding: 'ascii', headerLine: 1 })).toBe('\nSENR-R^1\n');
  });

  it('can be converted in the same step', async () => {
    const source = Buffer.from('Record Type^ID\r\nSENR-R^1\r\n', 'utf16le');
    expect(await rewritten(source, { encoding: 'utf-16le', headerLine: 1 })).toBe('SENR-R^1\r\n');
  });

  it('is complete over many blocks', async () => {
    const record = 'SENR-R^A^^1234567^7654321\r\n';
    const records = record.repeat(400_000);
    const copy = await rewritten(`Record Type^ID\r\n${records}`, {
      encoding: 'ascii',
      headerLine: 1,
    });
    expect(copy.length).toBe(records.length);
    expect(copy === records).toBe(true);
  });
});
