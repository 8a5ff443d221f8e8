import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileLabel } from '../../../lib/calpads/file-label.ts';
import { formatLabel, readFileName, readLabel } from '../../../lib/calpads/file-label.ts';
import { FILE_TYPES } from '../../../lib/calpads/file-types.ts';
import type { SchoolYear } from '../../../lib/calpads/school-year.ts';

const SENR: FileLabel = { fileType: 'SENR', schoolYear: '2022-23', order: 'type first' };

describe('readLabel', () => {
  it('reads both orders that the site allows', () => {
    expect(readLabel('SENR 2022-23')).toEqual(SENR);
    expect(readLabel('2022-23 SENR')).toEqual({ ...SENR, order: 'year first' });
  });

  it.each(FILE_TYPES)('reads %s, and writes it as it was', (fileType) => {
    for (const stem of [`${fileType} 2018-19`, `2018-19 ${fileType}`]) {
      const label = readLabel(stem);
      expect(label && formatLabel(label)).toBe(stem);
    }
  });

  it.each([
    ['nothing', ''],
    ['small letters', 'senr 2022-23'],
    ['mixed letters', 'Senr 2022-23'],
    ['two blanks', 'SENR  2022-23'],
    ['no blank', 'SENR2022-23'],
    ['an underscore', 'SENR_2022-23'],
    ['a hyphen between', 'SENR-2022-23'],
    ['a tab', 'SENR\t2022-23'],
    ['a no-break space', 'SENR\u00A02022-23'],
    ['a blank in front', ' SENR 2022-23'],
    ['a blank at the end', 'SENR 2022-23 '],
    ['a line feed at the end', 'SENR 2022-23\n'],
    ['a copy number', 'SENR 2022-23 (1)'],
    ['a copy number without blank', 'SENR 2022-23(1)'],
    ['an en dash', 'SENR 2022\u201323'],
    ['a non-breaking hyphen', 'SENR 2022\u201123'],
    ['a minus sign', 'SENR 2022\u221223'],
    ['the long year', 'SENR 2022-2023'],
    ['the joined year', 'SENR 20222023'],
    ['the short year', 'SENR 22-23'],
    ['a word in front', 'Final SENR 2022-23'],
    ['a word at the end', 'SENR 2022-23 final'],
    ['the type twice', 'SENR SENR 2022-23'],
    ['two types', 'SENR SCSC 2022-23'],
    ['two years', 'SENR 2021-22 2022-23'],
    ['a type of another submission', 'CENR 2022-23'],
    ['the record code', 'SENR-R 2022-23'],
    ['years that are not consecutive', 'SENR 2022-24'],
    ['years backwards', 'SENR 2023-22'],
    ['the same year twice', 'SENR 2022-22'],
    ['another century', 'SENR 1922-23'],
    ['Cyrillic look-alike letters', 'SЕNR 2022-23'],
    ['full-width digits', 'SENR ２０２２-２３'],
    ['an ending', 'SENR 2022-23.txt'],
  ])('reads no label with %s', (_what, stem) => {
    expect(readLabel(stem)).toBeUndefined();
  });

  it('reads the turn of a decade and of a century', () => {
    expect(readLabel('SENR 2019-20')?.schoolYear).toBe('2019-20');
    expect(readLabel('SENR 2009-10')?.schoolYear).toBe('2009-10');
    expect(readLabel('SENR 2099-00')?.schoolYear).toBe('2099-00');
  });
});

describe('readFileName', () => {
  it.each([
    ['SENR 2022-23.txt', 'SENR 2022-23', '.txt'],
    ['SENR 2022-23.TXT', 'SENR 2022-23', '.TXT'],
    ['SENR 2022-23', 'SENR 2022-23', ''],
    ['SENR 2022-23.txt.txt', 'SENR 2022-23.txt', '.txt'],
    ['SENR 2022-23.', 'SENR 2022-23.', ''],
    ['SENR.2022-23', 'SENR.2022-23', ''],
    ['.txt', '', '.txt'],
    ['', '', ''],
  ])('cuts %j into %j and %j', (name, stem, extension) => {
    expect(readFileName(name)).toMatchObject({ stem, extension });
  });

  it.each([
    ['senr 2022-23.txt', 'SENR', '2022-23'],
    ['SENR_2022_2023.txt', 'SENR', '2022-23'],
    ['SENR 2022-2023 (1).txt', 'SENR', '2022-23'],
    ['SENR20222023.txt', 'SENR', '2022-23'],
    ['SENR 2022\u201323.txt', 'SENR', '2022-23'],
    ['SENR\u00A02022\u00A0-\u00A023.txt', 'SENR', '2022-23'],
    ['SENR 2022/23.txt', 'SENR', '2022-23'],
    ['SENR 2022 23.txt', 'SENR', '2022-23'],
    ['SENR 22-23.txt', 'SENR', '2022-23'],
    ['22-23 SENR.txt', 'SENR', '2022-23'],
    ['SENR 2022-23 of 2023-10.txt', 'SENR', '2022-23'],
    ['Copy of senr for 2022-23 final.txt', 'SENR', '2022-23'],
    ['SENR SENR 2022-23 2022-2023.txt', 'SENR', '2022-23'],
  ])('understands what %j means, though it is not exact', (name, fileType, schoolYear) => {
    const reading = readFileName(name);
    expect(reading).toMatchObject({ fileType, schoolYear });
    expect(reading.label).toBeUndefined();
  });

  it.each([
    ['two types', 'SENR SCSC 2022-23.txt'],
    ['a longer word', 'ABSENRS 2022-23.txt'],
    ['no type', 'download (3).txt'],
  ])('finds no type in %s', (_what, name) => {
    expect(readFileName(name).fileType).toBeUndefined();
  });

  it.each([
    ['two years', 'SENR 2021-22 and 2022-23.txt'],
    ['an impossible year', 'SENR 2022-24.txt'],
    ['a date', 'SENR 2023-09-25.txt'],
    ['a date without hyphens', 'SENR 20230925.txt'],
    ['a number that begins like a year', 'SENR 2022234.txt'],
    ['a job number', 'SENR_8812731.txt'],
    ['a letter between the years', 'SENR 2022x23.txt'],
    ['three short years', 'SENR 22-23-24.txt'],
    ['a short year and a digit', 'SENR 22-231.txt'],
    ['a phone number', 'SENR 916-498-8980.txt'],
    ['only one year', 'SENR 2022.txt'],
  ])('finds no school year in %s', (_what, name) => {
    expect(readFileName(name).schoolYear).toBeUndefined();
  });
});

/** The site's sentence as an independent grammar: two words, a type and a school year. */
function expectedLabel(stem: string): FileLabel | undefined {
  const words = stem.split(' ');
  if (words.length !== 2) return undefined;
  const [one = '', two = ''] = words;
  const order = isType(one) ? 'type first' : 'year first';
  const [type, year] = order === 'type first' ? [one, two] : [two, one];
  if (!isType(type) || !isYear(year)) return undefined;
  return { fileType: type, schoolYear: year, order };
}

function isType(word: string): word is FileLabel['fileType'] {
  return 'CRSC SCSC SCTE SELA SENR SINF SPRG'.split(' ').includes(word);
}

const EXACT_YEARS = new Set<string>();
for (let first = 0; first < 100; first += 1) {
  const two = (year: number) => String(year % 100).padStart(2, '0');
  EXACT_YEARS.add(`20${two(first)}-${two(first + 1)}`);
}

function isYear(word: string): word is SchoolYear {
  return EXACT_YEARS.has(word);
}

function cutEnding(name: string): string {
  const dot = name.lastIndexOf('.');
  const ending = name.slice(dot + 1);
  const isEnding = dot >= 0 && ending.length >= 1 && ending.length <= 5 && isPlain(ending);
  return isEnding ? name.slice(0, dot) : name;
}

function isPlain(word: string): boolean {
  const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
  return [...word].every((letter) => plain.includes(letter));
}

const type = fc.constantFrom(...FILE_TYPES, ...FILE_TYPES, 'senr', 'Sinf', 'CENR', 'SENR-R', '');
const firstYear = fc.integer({ min: 1998, max: 2101 });
const year = fc.oneof(
  { weight: 4, arbitrary: firstYear.map((y) => `${y}-${String(y + 1).slice(-2)}`) },
  firstYear.map((y) => `${y}-${y + 1}`),
  firstYear.map((y) => `${y}${y + 1}`),
  firstYear.map((y) => `${y}\u2013${String(y + 1).slice(-2)}`),
  fc.tuple(firstYear, fc.integer({ min: 0, max: 99 })).map(([a, b]) => `${a}-${b}`),
  fc.constantFrom('', '22-23', '2022'),
);
const between = fc.constantFrom(' ', ' ', ' ', ' ', '  ', '', '_', '\u00A0', '\t', '-');
const around = fc.oneof(
  { weight: 12, arbitrary: fc.constant('') },
  fc.constantFrom(' ', 'Final ', ' (1)', '\n', '.', '.txt', '2021-22 ', ' SCSC'),
  fc.string({ maxLength: 4 }),
);
const ending = fc.constantFrom('.txt', '.TXT', '.zip', '', '.csv', '.t_x', '.toolong', '.');
const name = fc
  .tuple(around, type, between, year, around, ending, fc.boolean())
  .map(([before, code, blank, when, behind, end, isTypeFirst]) => ({
    stem: before + (isTypeFirst ? code + blank + when : when + blank + code) + behind,
    ending: end,
  }));

describe('10,000 generated names', () => {
  it('are all read the way the grammar reads them', () => {
    let exact = 0;
    fc.assert(
      fc.property(name, ({ stem, ending: end }) => {
        const expected = expectedLabel(stem);
        expect(readLabel(stem)).toEqual(expected);
        const full = stem + end;
        expect(readFileName(full).label).toEqual(expectedLabel(cutEnding(full)));
        if (expected) exact += 1;
      }),
      { numRuns: 10_000, seed: 20230925 },
    );
    // Both results must occur often, or the test would prove nothing.
    expect(exact).toBeGreaterThan(500);
    expect(exact).toBeLessThan(9_500);
  });
});
