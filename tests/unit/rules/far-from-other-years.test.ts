import { describe, expect, it } from 'vitest';
import type { FileType } from '../../../lib/calpads/file-types.ts';
import { schoolYearFrom } from '../../../lib/calpads/school-year.ts';
import type { CountedFile } from '../support/years.ts';
import { foundInYears, placesIn } from '../support/years.ts';

const found = (fileType: FileType, ...files: readonly CountedFile[]) =>
  foundInYears('far-from-other-years', fileType, ...files);

/** One file for each school year from 2018-19 on, with so many rows. */
const rowsOf = (fileType: FileType, ...rows: readonly number[]) =>
  placesIn(
    found(fileType, ...rows.map((each, at) => ({ year: schoolYearFrom(2018 + at), rows: each }))),
  );

describe('counts far from those of the neighboring years', () => {
  it('are noted with the figures of both years', () => {
    expect(
      found('SENR', { year: '2021-22', rows: 9813 }, { year: '2022-23', rows: 4100 })[1],
    ).toEqual([
      {
        ruleId: 'far-from-other-years',
        level: 'note',
        words: ['finding_far_rows', { count: 4100 }, 'SENR 2021-22', { count: 9813 }],
      },
    ]);
  });

  it('are noted in the bad file only, with the years before and after', () => {
    const files = [9000, 9100, 4000, 9200, 9300].map((rows, at) => ({
      year: schoolYearFrom(2018 + at),
      rows,
    }));
    const notes = found('SENR', ...files);
    expect(placesIn(notes)).toEqual([2]);
    expect(notes[2]?.[0]?.words).toEqual([
      'finding_far_rows_both',
      { count: 4000 },
      'SENR 2019-20',
      { count: 9100 },
      'SENR 2021-22',
      { count: 9200 },
    ]);
  });

  it.each([
    ['exactly half', [1000, 500], []],
    ['just under half', [1001, 500], [0, 1]],
    ['just over double', [500, 1001], [0, 1]],
    ['small files', [199, 10], []],
    ['one file just large enough', [200, 10], [0, 1]],
    ['no rows at all beside many', [200, 0], [0, 1]],
    ['a lasting change', [9000, 9100, 4000, 4100], []],
    ['two far years in a row', [9000, 9100, 100, 9200, 100], [2, 3, 4]],
  ])('are under half or over double, if there are enough: %s', (_what, rows, places) => {
    expect(rowsOf('SENR', ...rows)).toEqual(places);
  });

  it('are found once in the sample table of the help desk', () => {
    const table: [FileType, number[]][] = [
      ['CRSC', [1027, 1795, 1795, 1819]],
      ['SCSC', [39299, 59894, 59894, 58591]],
      ['SCTE', [152, 754, 754, 427]],
      ['SELA', [992, 1441, 1441, 1912]],
      ['SENR', [9613, 9985, 9985, 10246]],
      ['SINF', [4042, 4054, 4054, 4071]],
      ['SPRG', [3455, 4600, 4600, 4009]],
    ];
    const noted = table.map(([fileType, rows]) => [fileType, rowsOf(fileType, ...rows)]);
    expect(noted.filter(([, places]) => places?.length)).toEqual([['SCTE', [0]]]);
  });

  it('may be students where the rows are alike', () => {
    const files = [
      { year: '2021-22', rows: 9000, students: 4000 },
      { year: '2022-23', rows: 9000, students: 1500 },
    ] as const;
    expect(found('SCSC', ...files)[1]?.[0]?.words).toEqual([
      'finding_far_students',
      { count: 1500 },
      'SCSC 2021-22',
      { count: 4000 },
    ]);
    const few = files.map((file) => ({ ...file, students: Math.floor(file.students / 21) }));
    expect(placesIn(found('SCSC', ...few))).toEqual([]);
    expect(placesIn(found('SCSC', { ...files[0], students: 1500 }, files[1]))).toEqual([]);
  });

  it.each([
    ['2025-26 has less', 2024, [4600, 900], []],
    ['2025-26 has more', 2024, [900, 4600], [0, 1]],
    ['2025-26 has less than the year after', 2025, [900, 4600], [0, 1]],
    ['another year has less', 2023, [4600, 900], [0, 1]],
  ])('of SPRG are no sign if migrant records left it: %s', (_what, first, rows, places) => {
    const files = rows.map((each, at) => ({ year: schoolYearFrom(first + at), rows: each }));
    expect(placesIn(found('SPRG', ...files))).toEqual(places);
    const other = files.map((file) => ({ ...file }));
    expect(placesIn(found('SELA', ...other))).toEqual([0, 1]);
  });

  it('come from the checklist if the year is not in the choice', () => {
    const knownYears = [{ schoolYear: '2021-22', rows: 9000 }] as const;
    const file = { year: '2022-23', rows: 4000, knownYears } as const;
    expect(placesIn(found('SENR', file))).toEqual([0]);
    expect(placesIn(found('SENR', { ...file, year: '2023-24' }))).toEqual([]);
    // The choice is newer than what was sent.
    expect(placesIn(found('SENR', file, { year: '2021-22', rows: 4000 }))).toEqual([]);
  });

  it('are not compared with another LEA, another type, or several years in one file', () => {
    const large = { year: '2021-22', rows: 9000 } as const;
    const small = { year: '2022-23', rows: 4000 } as const;
    const otherLea = { ...large, facts: { reportingLeas: { '0199950': 9000 } } };
    expect(placesIn(found('SENR', otherLea, small))).toEqual([]);
    const mixed = { ...large, facts: { schoolYears: { '2021-22': 4000, '2020-21': 5000 } } };
    expect(placesIn(found('SENR', mixed, small))).toEqual([]);
  });

  it('are those of all parts for one year together', () => {
    const [before, part] = [
      { year: '2021-22', rows: 9000 },
      { year: '2022-23', rows: 3000 },
    ] as const;
    expect(placesIn(found('SENR', before, part, { ...part, rows: 5000 }))).toEqual([]);
    const sameTwice = { ...part, facts: { contentHash: 'd'.repeat(64) } };
    expect(placesIn(found('SENR', before, sameTwice, sameTwice))).toEqual([0, 1, 2]);
  });
});
