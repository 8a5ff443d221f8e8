import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText } from '../../../lib/fixes/cut-text.ts';
import type { TextPart } from '../../../lib/fixes/record-cutter.ts';
import { RecordCutter, RecordTooLong } from '../../../lib/fixes/record-cutter.ts';
import { inspectFile } from '../../../lib/inspection/inspect.ts';
import { ownSource } from '../../../lib/reading/source.ts';
import { latin1, lines, record } from '../support/records.ts';

const ANY_LENGTH = Number.MAX_SAFE_INTEGER;

function cut(text: string, of: number, longestRecord = ANY_LENGTH, chunkBytes = 7) {
  const bytes = latin1(text);
  const cutter = new RecordCutter({ bytes: bytes.length, of, longestRecord });
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    cutter.feed(bytes.subarray(at, at + chunkBytes));
  }
  return cutter.finish();
}

const textsOf = (text: string, parts: readonly TextPart[]) =>
  parts.map(({ start, end }) => text.slice(start, end));
const sum = (parts: readonly TextPart[]) => parts.reduce((total, { rows }) => total + rows, 0);

/**
 * Texts with short lines and every kind of line end. Some lines are blank, and the last line may
 * have no line end.
 */
const someText = fc
  .array(
    fc.tuple(
      fc.oneof(
        fc.string({ unit: fc.constantFrom('a', '^', ' ', '7'), maxLength: 9 }),
        fc.constantFrom('SENR-R^7', 'SINF-R^', 'SENR^a', '\xef\xbb\xbfSENR-R^'),
      ),
      fc.constantFrom('\r\n', '\n', '\r'),
    ),
    { maxLength: 40 },
  )
  .chain((all) =>
    fc.constantFrom('', 'open').map((last) => all.map((line) => line.join('')).join('') + last),
  );
const someParts = fc.integer({ min: 1, max: 9 });
const someChunk = fc.integer({ min: 1, max: 50 });

describe('parts of a text', () => {
  it('add up to the identical text', () => {
    fc.assert(
      fc.property(someText, someParts, someChunk, (text, of, chunk) => {
        expect(textsOf(text, cut(text, of, ANY_LENGTH, chunk)).join('')).toBe(text);
      }),
    );
  });

  it('end at record ends, never between CR and LF', () => {
    fc.assert(
      fc.property(someText, someParts, (text, of) => {
        for (const { start } of cut(text, of).slice(1)) {
          expect(text[start - 1]).toMatch(/[\r\n]/);
          expect(text.slice(start - 1, start + 1)).not.toBe('\r\n');
        }
      }),
    );
  });

  it('are the same however the text is divided into chunks', () => {
    fc.assert(
      fc.property(someText, someParts, someChunk, (text, of, chunk) => {
        expect(cut(text, of, ANY_LENGTH, chunk)).toEqual(cut(text, of, ANY_LENGTH, 1000));
      }),
    );
  });

  it('are never empty, and never more than requested', () => {
    fc.assert(
      fc.property(someText, someParts, (text, of) => {
        const parts = cut(text, of);
        expect(parts.every(({ start, end }) => end > start)).toBe(true);
        expect(parts.length).toBeLessThanOrEqual(of);
      }),
    );
  });

  it('are at most one record longer than an equal share', () => {
    fc.assert(
      fc.property(someText, someParts, (text, of) => {
        const longest = Math.max(...text.split(/(?<=\n|\r(?!\n))/).map(({ length }) => length));
        for (const { start, end } of cut(text, of)) {
          expect(end - start).toBeLessThanOrEqual(text.length / of + longest + 1);
        }
      }),
    );
  });

  it.each([
    ['a line end', '', 3],
    ['a record that was cut off', 'SENR-R^^^', 4],
    ['only separators', '^^^', 3],
    ['a record that was cut off in its code', 'SEN', 4],
    ['a note', 'the end', 3],
    ['a query footer', '(3 rows affected)\r\n', 3],
    ['the rest of a record', '9900001^^2022-2023\r\n', 3],
    ['a record after the mark of another file', `\xef\xbb\xbf${record('SENR')}`, 4],
    ['a mark alone', '\xef\xbb\xbf', 3],
    ['a record of a student information system', 'SENR^a^b\r\n', 4],
  ])(
    'have as many rows in total as the inspection counts, with %s at the end',
    async (_, end, rows) => {
      const text = `${lines(record('SENR'), '', ' \t', '^^^', record('SENR'), record('SENR'), ',,')}${end}`;
      const { facts } = await inspectFile(new Blob([latin1(text)]), {
        signal: new AbortController().signal,
      });
      expect(facts.rows).toBe(rows);
      for (const of of [1, 2, 3, 4]) expect(sum(cut(text, of))).toBe(rows);
    },
  );

  it('count no record of another CALPADS file, which keeps the text from being cut', () => {
    const rows = (...others: readonly string[]) =>
      sum(cut(lines(record('SENR'), ...others, record('SENR')), 2));
    expect(rows('SDEM-R^1', 'STAS-R^1', 'CENR-R^1', 'SENR-E^1', 'ZZZZ-R^1', '1234567^1')).toBe(2);
    expect(rows('SENR^1')).toBe(3);
  });

  it('have as many rows in total as the uncut text, wherever it is cut', () => {
    fc.assert(
      fc.property(someText, someParts, (text, of) => {
        expect(sum(cut(text, of))).toBe(sum(cut(text, 1)));
      }),
    );
  });

  it('end at the last record end within an equal share', () => {
    expect(cut('SENR-R^a\nSENR-R^b\nSENR-R^c\nSENR-R^d\n', 2)).toEqual([
      { start: 0, end: 18, rows: 2 },
      { start: 18, end: 36, rows: 2 },
    ]);
    expect(cut('SENR-R^a\r\nSENR-R^\r\nSENR-R^aaa\r\n', 2)).toEqual([
      { start: 0, end: 10, rows: 1 },
      { start: 10, end: 31, rows: 2 },
    ]);
  });

  it('do not exist for an empty text', () => {
    expect(cut('', 3)).toEqual([]);
  });
});

describe('a record longer than a part may be', () => {
  const lineOf = (text: string, longest: number) => {
    try {
      cut(text, 2, longest);
    } catch (error) {
      return error instanceof RecordTooLong ? error.line : error;
    }
    return 'taken';
  };

  it.each([
    ['aa\nbbbbbb\ncc\n', 2],
    ['aa\r\n\r\nbbbbbb\r\n', 3],
    ['aa\rbbbbbb', 2],
    [`${'a\n'.repeat(99)}bbbbbb`, 100],
  ])('is rejected with its line number: %j', (text, line) => {
    expect(lineOf(text, 5)).toBe(line);
  });

  it('is rejected before its end arrives', () => {
    const cutter = new RecordCutter({ bytes: 100, of: 2, longestRecord: 5 });
    expect(() => cutter.feed(latin1('bbbbbb'))).toThrow(RecordTooLong);
  });

  it('counts its line end, and may be exactly at the limit', () => {
    expect(lineOf('aaa\r\nbbb\r\n', 5)).toBe('taken');
    expect(lineOf('aaaa\r\nbbb\r\n', 5)).toBe(1);
  });
});

describe('a file', () => {
  const source = ownSource(new Blob(['aaa\nbbb\nccc\nddd\n']));
  const job = { source, of: 2, longestRecord: 10 };
  const options = (signal: AbortSignal, onProgress = (_: number) => {}) => ({ signal, onProgress });

  it('is read once to the end, and cut', async () => {
    const seen: number[] = [];
    const { signal } = new AbortController();
    const parts = await cutText(
      job,
      options(signal, (bytes) => seen.push(bytes)),
    );
    expect(parts.map(({ start, end }) => [start, end])).toEqual([
      [0, 8],
      [8, 16],
    ]);
    expect(seen.at(-1)).toBe(16);
  });

  it('is not cut if the work was stopped', async () => {
    const stopped = AbortSignal.abort(new Error('stopped'));
    await expect(cutText(job, options(stopped))).rejects.toThrow('stopped');
  });
});
