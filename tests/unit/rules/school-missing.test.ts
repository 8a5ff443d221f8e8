import { describe, expect, it } from 'vitest';
import type { FileType } from '../../../lib/calpads/file-types.ts';
import type { CountedFile } from '../support/years.ts';
import { foundInYears, placesIn } from '../support/years.ts';

const found = (fileType: FileType, ...files: readonly CountedFile[]) =>
  foundInYears('school-missing', fileType, ...files);

const HIGH = '1930101';
const MIDDLE = '6057001';
const both = { [HIGH]: 600, [MIDDLE]: 300 };
const file = (year: CountedFile['year'], schools: CountedFile['schools'] = both): CountedFile => ({
  year,
  rows: 900,
  ...(schools && { schools }),
});

describe('a school that is missing', () => {
  it('is noted with its code and the years that have it', () => {
    const notes = found('SENR', file('2021-22'), file('2022-23', { [HIGH]: 900 }), file('2023-24'));
    expect(notes).toEqual([
      [],
      [
        {
          ruleId: 'school-missing',
          level: 'note',
          words: [
            'finding_school_missing',
            { count: 1 },
            { list: [MIDDLE] },
            { list: ['SENR 2021-22', 'SENR 2023-24'] },
          ],
        },
      ],
      [],
    ]);
  });

  it('is noted beside a single year, but not if it closed or opened', () => {
    expect(placesIn(found('SENR', file('2021-22'), file('2022-23', { [HIGH]: 900 })))).toEqual([1]);
    const closed = [
      file('2021-22'),
      file('2022-23', { [HIGH]: 900 }),
      file('2023-24', { [HIGH]: 900 }),
    ];
    expect(placesIn(found('SENR', ...closed))).toEqual([]);
  });

  it.each([
    ['a few records', { [HIGH]: 881, [MIDDLE]: 19 }, []],
    ['enough records', { [HIGH]: 880, [MIDDLE]: 20 }, [1]],
    ['a code for students without a school', { [HIGH]: 600, '0000001': 150, '0000002': 150 }, []],
  ])('had %s before', (_what, schools, places) => {
    const files = [file('2021-22', schools), file('2022-23', { [HIGH]: 900 })];
    expect(placesIn(found('SENR', ...files))).toEqual(places);
  });

  it('is not one that has a single record', () => {
    const files = [file('2021-22'), file('2022-23', { [HIGH]: 899, [MIDDLE]: 1 })];
    expect(placesIn(found('SENR', ...files))).toEqual([]);
  });

  it('may be in another part for the same year', () => {
    const parts = [file('2022-23', { [HIGH]: 600 }), file('2022-23', { [MIDDLE]: 300 })];
    expect(placesIn(found('SENR', file('2021-22'), ...parts))).toEqual([]);
  });

  it('names five of many, and counts them all', () => {
    const many = Object.fromEntries([1, 2, 3, 4, 5, 6].map((at) => [`193010${at}`, 100 - at]));
    const words = found('SENR', file('2021-22', many), file('2022-23', { [MIDDLE]: 1 }))[1]?.[0]
      ?.words;
    expect(words?.[1]).toEqual({ count: 6 });
    expect(words?.[2]).toEqual({ list: ['1930101', '1930102', '1930103', '1930104', '1930105'] });
  });

  it('is known from the checklist, if the schools were listed when the file was sent', () => {
    const known = { schoolYear: '2021-22', rows: 900 } as const;
    const own = file('2022-23', { [HIGH]: 900 });
    const listed = { ...known, schools: [HIGH, MIDDLE] };
    expect(placesIn(found('SENR', { ...own, knownYears: [listed] }))).toEqual([0]);
    expect(placesIn(found('SENR', { ...own, knownYears: [known] }))).toEqual([]);
  });

  it('is no sign in SPRG 2025-26: its students may all be migrants', () => {
    const files = [file('2024-25'), file('2025-26', { [HIGH]: 900 })];
    expect(placesIn(found('SPRG', ...files))).toEqual([]);
    expect(placesIn(found('SENR', ...files))).toEqual([1]);
  });

  it('is not looked for in a file with several years', () => {
    const facts = { schoolYears: { '2021-22': 1, '2022-23': 899 } };
    const own = { ...file('2022-23', { [HIGH]: 900 }), facts };
    expect(placesIn(found('SENR', file('2021-22'), own))).toEqual([]);
    const before = { ...file('2021-22'), facts };
    expect(placesIn(found('SENR', before, file('2022-23', { [HIGH]: 900 })))).toEqual([]);
  });
});
