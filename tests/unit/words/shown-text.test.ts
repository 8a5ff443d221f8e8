import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownText } from '../../../lib/words/shown-text.ts';
import { formatArg } from '../../../lib/words/words.ts';

const TURNING = [
  0x061c, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067,
  0x2068, 0x2069,
].map((code) => String.fromCodePoint(code));

describe('a text that somebody else wrote', () => {
  it.each([
    ['SENR 2022-23.txt', 'SENR 2022-23.txt'],
    ['Añaza Unified – Ñ.txt', 'Añaza Unified – Ñ.txt'],
    ['', ''],
    ['SENR \u202Etxt.exe', 'SENR [U+202E]txt.exe'],
    ['a\u2067b', 'a[U+2067]b'],
    ['\u200Fa\u061C', '[U+200F]a[U+061C]'],
    ['one\u2028two', 'one[U+2028]two'],
    ['\u2068a\u202Eb\u2069', '[U+2068]a[U+202E]b[U+2069]'],
    ['a\u2069b\u2068', 'a[U+2069]b[U+2068]'],
    ['שלום.txt', '\u2068שלום.txt\u2069'],
    ['بيانات 2022', '\u2068بيانات 2022\u2069'],
  ])('%j is shown as %j', (text, shown) => {
    expect(shownText(text)).toBe(shown);
  });

  const parts = fc.constantFrom(...TURNING, 'a', ' ', '1', 'ש', 'ب');
  const texts = fc.array(parts, { maxLength: 12 }).map((all) => all.join(''));

  it('cannot turn the words around it, whatever signs it has', () => {
    fc.assert(
      fc.property(texts, (text) => expectHarmless(shownText(text))),
      { numRuns: 2000 },
    );
  });

  it('stays as it is when it stands in a sentence that stands in another', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(shownText(`x ${shownText(text)} y`)).toContain(shownText(text));
        expect(shownText(shownText(text))).toBe(shownText(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('is shown so in every value of a sentence', () => {
    expect(formatArg('a\u202Eb', 'en')).toBe('a[U+202E]b');
    expect(formatArg({ list: ['a\u202Eb', 'c\u2066d'] }, 'en')).toBe('a[U+202E]b and c[U+2066]d');
  });
});

/** Only isolates are left, each ended, and letters from right to left stand in one. */
function expectHarmless(shown: string): void {
  let depth = 0;
  for (const letter of shown) {
    if (letter === '\u2068') depth += 1;
    else if (letter === '\u2069') depth -= 1;
    else expect(TURNING).not.toContain(letter);
    if (letter === 'ש' || letter === 'ب') expect(depth).toBeGreaterThan(0);
    expect(depth).toBeGreaterThanOrEqual(0);
  }
  expect(depth).toBe(0);
}
