import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Line } from '../../../lib/inspection/line.ts';
import { latin1 } from '../support/records.ts';

const FIELDS = 8;

/** The same result, computed in a simple way. */
function readPlainly(text: string, start: number) {
  const rest = text.slice(start);
  const found = rest.search(/[\r\n]/);
  const line = found < 0 ? rest : rest.slice(0, found);
  const places = line.split('^').slice(0, FIELDS);
  return {
    end: start + line.length,
    caretCount: line.split('^').length - 1,
    hasNul: line.includes('\0'),
    hasMark: /["/]/.test(line),
    fields: places,
  };
}

function read(text: string, start: number, offset: number) {
  const line = new Line(FIELDS);
  line.open(latin1('x'.repeat(offset) + text).subarray(offset));
  line.read(start);
  const { end, caretCount, hasNul, hasMark } = line;
  const fields = Array.from({ length: Math.min(caretCount + 1, FIELDS) }, (_, at) =>
    text.slice(line.fieldStart(at + 1), line.fieldEnd(at + 1)),
  );
  return { end, caretCount, hasNul, hasMark, fields };
}

const someText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('^', '_', ']', 'A', '\x7f', '\x80', '\xde', '\xff') },
      { weight: 1, arbitrary: fc.constantFrom('\0', '\x0b', '\x0e', '\t') },
      { weight: 1, arbitrary: fc.constantFrom('"', '/', '#', '&', "'", '*', '+', '.', ' ', '-') },
    ),
    { maxLength: 80 },
  )
  .map((letters) => letters.join(''));
const someLineEnd = fc.constantFrom('', '\n', '\r', '\r\n');

describe('a line of bytes', () => {
  it('may have more carets than a byte can count', () => {
    for (const text of ['^'.repeat(300), `${'^'.repeat(5000)}\n^`, 'A^^^'.repeat(1000)]) {
      for (const offset of [0, 1, 2, 3]) {
        expect(read(text, 0, offset)).toEqual(readPlainly(text, 0));
      }
    }
  });

  it('is read the same as byte by byte, wherever it begins in its buffer', () => {
    fc.assert(
      fc.property(
        fc.tuple(someText, someLineEnd, someText, someLineEnd, someText).map((all) => all.join('')),
        fc.nat({ max: 90 }),
        fc.nat({ max: 7 }),
        (text, start, offset) => {
          fc.pre(start <= text.length);
          expect(read(text, start, offset)).toEqual(readPlainly(text, start));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it.each(['\0', '\n', '\r'])('notices a %j at any place after the located fields', (mark) => {
    for (let at = FIELDS; at < FIELDS + 12; at += 1) {
      const text = `${'^'.repeat(at)}${mark}${'^'.repeat(20 - at)}`;
      expect(read(text, 0, 0)).toEqual(readPlainly(text, 0));
    }
  });

  it.each(['^', '\xde', '_', ']', '\x1e', '~'])(
    'counts carets after the located fields, and %j only if it is one',
    (letter) => {
      for (let count = 0; count < 20; count += 1) {
        const text = `${'^'.repeat(FIELDS)}${letter.repeat(count)}\n`;
        expect(read(text, 0, 0).caretCount).toBe(FIELDS + (letter === '^' ? count : 0));
      }
    },
  );

  it('has empty fields after its last one', () => {
    const line = new Line(FIELDS);
    line.open(latin1('a^b'));
    line.read(0);
    expect([line.fieldStart(3), line.fieldEnd(3)]).toEqual([3, 3]);
    expect([line.fieldStart(8), line.fieldEnd(8)]).toEqual([3, 3]);
    expect(line.length).toBe(3);
  });
});
