import { describe, expect, it } from 'vitest';
import { FILE_TYPES } from '../../../lib/calpads/file-types.ts';
import { schoolYearFrom } from '../../../lib/calpads/school-year.ts';
import { readReceipts } from '../../../lib/receipts/read-receipts.ts';
import type { Comparison, YearCounts } from '../../../lib/receipts/reconcile.ts';
import { compareRows, findOddYears, sumOfParts } from '../../../lib/receipts/reconcile.ts';
import { SAMPLE, sampleRows } from './pasted-shapes.ts';

describe('rows sent and rows received', () => {
  it.each<[number | undefined, number | undefined, Comparison]>([
    [9613, 9613, 'equal'],
    [0, 0, 'equal'],
    [9613, 9612, 'fewer'],
    [9613, 9614, 'more'],
    [0, 1, 'more'],
    [9613, 0, 'zero'],
    [9613, undefined, 'not listed'],
    [0, undefined, 'not listed'],
    [undefined, 9613, 'nothing sent'],
    [undefined, 0, 'nothing sent'],
    [undefined, undefined, 'nothing sent'],
  ])('%s sent and %s received: %s', (sent, received, expected) => {
    expect(compareRows(sent, received)).toBe(expected);
  });

  it('are added up over the parts of a split', () => {
    expect(sumOfParts([75_000, 75_000, 62_113])).toBe(212_113);
    expect(sumOfParts([0])).toBe(0);
    expect(sumOfParts([])).toBeUndefined();
  });
});

describe("the help desk's table", () => {
  it('raises that 2019-20 and 2020-21 are the same, and that 2018-19 has little SCTE', () => {
    expect(findOddYears(sampleRows())).toEqual([
      { kind: 'identical years', years: ['2019-20', '2020-21'], fileTypes: FILE_TYPES },
      {
        kind: 'far below neighbours',
        schoolYear: '2018-19',
        fileType: 'SCTE',
        rows: 152,
        neighbours: [754],
      },
    ]);
  });

  it('raises it in any order of the years, straight from the pasted text', () => {
    const reading = readReceipts({ text: SAMPLE });
    const rows = reading.kind === 'read' ? reading.rows : [];
    expect(findOddYears(rows.toReversed())).toEqual(findOddYears(sampleRows()));
  });
});

const year = (first: number, counts: YearCounts['counts']): YearCounts => ({
  schoolYear: schoolYearFrom(first),
  counts,
});
const identical = (...years: readonly YearCounts[]) =>
  findOddYears(years).filter(({ kind }) => kind === 'identical years');
const low = (...years: readonly YearCounts[]) =>
  findOddYears(years).filter(({ kind }) => kind === 'far below neighbours');

describe('identical years', () => {
  const counts = { CRSC: 10, SENR: 20, SINF: 30 };

  it('are found wherever they stand, and more than two at once', () => {
    expect(
      identical(
        year(2018, counts),
        year(2019, { CRSC: 1 }),
        year(2021, counts),
        year(2023, counts),
      ),
    ).toEqual([
      {
        kind: 'identical years',
        years: ['2018-19', '2021-22', '2023-24'],
        fileTypes: ['CRSC', 'SENR', 'SINF'],
      },
    ]);
  });

  it('are found in two groups', () => {
    const others = { CRSC: 11, SENR: 21, SINF: 31 };
    const found = identical(
      year(2018, counts),
      year(2019, others),
      year(2020, counts),
      year(2021, others),
    );
    expect(found).toMatchObject([
      { years: ['2018-19', '2020-21'] },
      { years: ['2019-20', '2021-22'] },
    ]);
  });

  it('may lack a type', () => {
    const found = identical(year(2018, counts), year(2019, { ...counts, SPRG: 40 }));
    expect(found).toMatchObject([{ fileTypes: ['CRSC', 'SENR', 'SINF'] }]);
  });

  it.each([
    ['differ in one type', { ...counts, SINF: 31 }],
    ['have too few types in common', { CRSC: 10, SENR: 20 }],
  ])('are none when they %s', (_why, others) => {
    expect(identical(year(2018, counts), year(2019, others))).toEqual([]);
  });

  const sample = { CRSC: 1795, SCSC: 59_894, SCTE: 754, SELA: 1441, SENR: 9985, SINF: 4054 };

  it.each(FILE_TYPES)('are found in six of seven types, when %s was replaced', (replaced) => {
    const all = { ...sample, SPRG: 4600 };
    const found = identical(year(2019, all), year(2020, { ...all, [replaced]: 3 }));
    const fileTypes = FILE_TYPES.filter((fileType) => fileType !== replaced);
    expect(found).toEqual([{ kind: 'identical years', years: ['2019-20', '2020-21'], fileTypes }]);
  });

  it('are found in six of seven small types, too, but not in five', () => {
    const small = { CRSC: 9, SCSC: 80, SCTE: 0, SELA: 3, SENR: 41, SINF: 40, SPRG: 12 };
    expect(identical(year(2019, small), year(2020, { ...small, SENR: 42 }))).toHaveLength(1);
    const two = { ...small, SENR: 42, SINF: 41 };
    expect(identical(year(2019, small), year(2020, two))).toEqual([]);
    const one = { ...small, CRSC: 0, SCSC: 0, SELA: 0, SPRG: 0 };
    expect(identical(year(2019, one), year(2020, { ...one, SENR: 42 }))).toEqual([]);
  });

  it.each([
    [{ SCSC: 59_894, SENR: 9985 }, 1],
    [{ SCSC: 59_894, SENR: 1000 }, 1],
    [{ SCSC: 59_894, SENR: 999 }, 0],
    [{ SCSC: 59_894, SENR: 9985, SINF: 0 }, 1],
    [{ SCSC: 59_894 }, 0],
  ])('are found in two large types: %j', (equal, times) => {
    const found = identical(
      year(2019, { ...equal, SPRG: 1, SELA: 5 }),
      year(2020, { ...equal, SPRG: 2, SELA: 6 }),
    );
    expect(found).toHaveLength(times);
  });

  it('name the types that all of the years share', () => {
    const found = identical(
      year(2018, { ...sample, SPRG: 1 }),
      year(2019, { ...sample, SPRG: 2, CRSC: 7 }),
      year(2020, { ...sample, SPRG: 3, SELA: 8 }),
    );
    expect(found).toEqual([
      {
        kind: 'identical years',
        years: ['2018-19', '2019-20', '2020-21'],
        fileTypes: ['SCSC', 'SCTE', 'SENR', 'SINF'],
      },
    ]);
  });

  it('are none by zeros alone, unless all seven types agree and one has rows', () => {
    const zeros = { CRSC: 0, SCSC: 0, SCTE: 0, SELA: 0, SENR: 0, SINF: 0, SPRG: 0 };
    expect(identical(year(2018, zeros), year(2019, zeros))).toEqual([]);
    const few = { CRSC: 1, SENR: 2, SINF: 0, SPRG: 0 };
    expect(identical(year(2018, few), year(2019, few))).toEqual([]);
    const all = { ...zeros, SENR: 7 };
    expect(identical(year(2018, all), year(2019, all))).toHaveLength(1);
  });

  it('agree each with each: a year with few types does not bind two that differ', () => {
    const years = [
      year(2018, { ...counts, SELA: 1 }),
      year(2019, counts),
      year(2020, { ...counts, SELA: 2 }),
    ];
    expect(identical(...years)).toMatchObject([{ years: ['2018-19', '2019-20'] }]);
  });
});

describe('a count far below its neighbours', () => {
  const senr = (...counts: readonly (number | undefined)[]) =>
    low(...counts.map((SENR, at) => year(2018 + at, SENR === undefined ? {} : { SENR })));

  it('is less than half of each', () => {
    expect(senr(100, 49, 100)).toMatchObject([
      { schoolYear: '2019-20', rows: 49, neighbours: [100, 100] },
    ]);
    expect(senr(100, 50, 100)).toEqual([]);
    expect(senr(100, 49, 98)).toEqual([]);
  });

  it('may be at an end, or beside a year without a number', () => {
    expect(senr(10, 100, 100)).toMatchObject([{ schoolYear: '2018-19', neighbours: [100] }]);
    expect(senr(100, 100, 10)).toMatchObject([{ schoolYear: '2020-21', neighbours: [100] }]);
    expect(senr(undefined, 10, 100)).toMatchObject([{ schoolYear: '2019-20', neighbours: [100] }]);
  });

  it('may be 0', () => {
    expect(senr(100, 0, 100)).toMatchObject([{ rows: 0 }]);
  });

  it('is none among few rows, alone, or in a steady fall', () => {
    expect(senr(19, 1, 19)).toEqual([]);
    expect(senr(20, 9, 20)).toHaveLength(1);
    expect(senr(20, 9, 19)).toEqual([]);
    expect(senr(5)).toEqual([]);
    expect(senr(100, 40, 30)).toEqual([]);
  });

  it('is none in an empty table', () => {
    expect(findOddYears([])).toEqual([]);
  });
});
