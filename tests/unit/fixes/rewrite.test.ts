import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineEditor } from '../../../lib/fixes/line-editor.ts';
import type { Rewrite } from '../../../lib/fixes/rewrite.ts';
import { rewriteText } from '../../../lib/fixes/rewrite.ts';
import type { Encoding } from '../../../lib/inspection/file-facts.ts';
import { ownSource } from '../../../lib/reading/source.ts';
import { latin1 } from '../support/records.ts';

const { signal } = new AbortController();

async function rewritten(source: string | Buffer<ArrayBuffer>, rewrite: Rewrite): Promise<string> {
  const job = { source: ownSource(new Blob([source])), rewrite };
  const blob = await rewriteText(job, { signal, onProgress: () => {} });
  return blob.text();
}

const without = (...lines: readonly number[]) => ({ drop: { lines, marks: [] } });

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
    expect(await rewritten(source, { encoding: 'ascii', ...without(1) })).toBe(records);
  });

  it('leaves out only the listed lines', async () => {
    const source = '\r\nRecord Type^Local ID\r\nSENR-R^1\r\n(1 rows affected)';
    expect(await rewritten(source, { encoding: 'ascii', ...without(2, 4) })).toBe(
      '\r\nSENR-R^1\r\n',
    );
  });

  it('keeps a blank line after them', async () => {
    const source = 'Record Type^Local ID\n\nSENR-R^1\n';
    expect(await rewritten(source, { encoding: 'ascii', ...without(1) })).toBe('\nSENR-R^1\n');
  });

  it('can be converted in the same step', async () => {
    const source = Buffer.from('Record Type^ID\r\nSENR-R^1\r\n', 'utf16le');
    expect(await rewritten(source, { encoding: 'utf-16le', ...without(1) })).toBe('SENR-R^1\r\n');
  });

  it('is complete over many blocks', async () => {
    const record = 'SENR-R^A^^1234567^7654321\r\n';
    const records = record.repeat(400_000);
    const copy = await rewritten(`Record Type^ID\r\n${records}`, {
      encoding: 'ascii',
      ...without(1),
    });
    expect(copy.length).toBe(records.length);
    expect(copy === records).toBe(true);
  });
});

const MARK = '\u00ef\u00bb\u00bf';
const LINE_ENDS = ['\r\n', '\n', '\r', '\r\r\n'] as const;
/** Lines that a copy keeps, drops, or frees from a mark, and their line ends. */
const someLines = fc.array(
  fc.record({
    kind: fc.constantFrom('kept', 'kept', 'dropped', 'marked'),
    text: fc.constantFrom('SENR-R^1', 'SINF-R^\u00e9', '', 'x', '\u00ef', '\u00ef\u00bb'),
    end: fc.constantFrom(...LINE_ENDS),
  }),
  { maxLength: 12 },
);

describe('a copy without some lines and marks', () => {
  /** Edits the text in pieces of a few bytes. */
  function edited(text: string, rewrite: Omit<Rewrite, 'encoding'>, pieceBytes: number): string {
    const editor = new LineEditor(rewrite);
    const bytes = latin1(text);
    const out: Uint8Array[] = [];
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      out.push(editor.edit(bytes.subarray(at, at + pieceBytes)));
    }
    return Buffer.concat([...out, editor.finish()]).toString('latin1');
  }

  it.each([
    ['keeps the line ends', false],
    ['may end each line with CR LF', true],
  ])('keeps every other byte, and %s', (_what, isRepair) => {
    fc.assert(
      fc.property(someLines, fc.integer({ min: 1, max: 9 }), (lines, pieceBytes) => {
        const numbersOf = (wanted: string) =>
          lines.flatMap(({ kind }, at) => (kind === wanted ? [at + 1] : []));
        // CR before an empty line that ends with CR LF or CR CR LF would be another line end.
        fc.pre(lines.every(({ end }, at) => !end.endsWith('\r') || lines[at + 1]?.text !== ''));
        const markOf = (kind: string) => (kind === 'marked' ? MARK : '');
        const source = lines.map(({ kind, text, end }) => markOf(kind) + text + end).join('');
        const rewrite = {
          drop: { lines: numbersOf('dropped'), marks: numbersOf('marked') },
          ...(isRepair && { repair: true as const }),
        };
        const kept = lines.filter(({ kind }) => kind !== 'dropped');
        const wanted = kept.map(({ text, end }) => text + (isRepair ? '\r\n' : end)).join('');
        expect(edited(source, rewrite, pieceBytes)).toBe(wanted);
      }),
      { numRuns: 2000 },
    );
  });

  it('has no mark at the start if it is repaired, and keeps one that is not', () => {
    expect(edited(`${MARK}SENR-R^1\n`, { repair: true }, 2)).toBe('SENR-R^1\r\n');
    expect(edited(`${MARK}SENR-R^1\n`, {}, 2)).toBe(`${MARK}SENR-R^1\n`);
  });

  it('keeps an open last line open', () => {
    expect(edited('SENR-R^1\rSENR-R^2', { repair: true }, 3)).toBe('SENR-R^1\r\nSENR-R^2');
    expect(edited('SENR-R^1\r\r', { repair: true }, 3)).toBe('SENR-R^1\r\n\r\n');
  });
});
