import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SchoolYear } from '../../../lib/calpads/school-year.ts';
import {
  bySchoolYear,
  firstCalendarYear,
  parseSchoolYear,
  readYearField,
  recentSchoolYears,
  schoolYearFrom,
} from '../../../lib/calpads/school-year.ts';

describe('parseSchoolYear', () => {
  it.each([
    ['2022-23', '2022-23'],
    ['2022-2023', '2022-23'],
    ['20222023', '2022-23'],
    ['2009-10', '2009-10'],
    ['2009-2010', '2009-10'],
    ['2098-99', '2098-99'],
  ])('reads %s as %s', (text, year) => {
    expect(parseSchoolYear(text)).toBe(year);
  });

  it.each([
    '',
    '2022',
    '2022-24',
    '2022-22',
    '2023-22',
    '2022-2024',
    '20222024',
    '2022-2022',
    '1999-00',
    '1999-2000',
    '202223',
    '22-23',
    ' 2022-23',
    '2022-23 ',
    '2022-23\n',
    '2022 23',
    '2022/23',
    '2022\u201323',
    '2022--23',
    '2022-023',
    '2022-20233',
    '3022-23',
    'x2022-23',
    'x2022-2023',
    '2099-2000',
    '２０２２-２３',
  ])('finds no school year in %j', (text) => {
    expect(parseSchoolYear(text)).toBeUndefined();
  });

  it('reads what schoolYearFrom writes, in all three forms', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2098 }), (first) => {
        const year = schoolYearFrom(first);
        expect(parseSchoolYear(year)).toBe(year);
        expect(parseSchoolYear(`${first}-${first + 1}`)).toBe(year);
        expect(parseSchoolYear(`${first}${first + 1}`)).toBe(year);
        expect(firstCalendarYear(year)).toBe(first);
      }),
    );
  });

  it('accepts no two years that are not consecutive', () => {
    const two = fc.integer({ min: 0, max: 99 });
    fc.assert(
      fc.property(two, two, (first, second) => {
        const write = (year: number) => String(year).padStart(2, '0');
        const text = `20${write(first)}-${write(second)}`;
        expect(parseSchoolYear(text) !== undefined).toBe((first + 1) % 100 === second);
      }),
    );
  });
});

describe('readYearField', () => {
  it.each(['2022-2023', '20222023', '2022-23'])('reads %s', (text) => {
    expect(readYearField(text)).toEqual({ year: '2022-23', isPadded: false });
  });

  it.each(['2022-2023 ', ' 2022-2023', '  2022-23 ', '20222023\t'])(
    'reads %j, and says that it is padded',
    (text) => {
      expect(readYearField(text)).toEqual({ year: '2022-23', isPadded: true });
    },
  );

  it.each([
    '',
    ' ',
    '2022/2023',
    '22-23',
    '2022_2023',
    '2022\u20132023',
    '2022',
    '2022-2024',
    'FY22',
  ])('does not read %j', (text) => {
    expect(readYearField(text)).toEqual({ isPadded: false });
  });
});

describe('schoolYearFrom', () => {
  it.each([
    [2022, '2022-23'],
    [2009, '2009-10'],
    [2008, '2008-09'],
  ])('names the year that begins in %i', (first, year) => {
    expect(schoolYearFrom(first)).toBe(year);
  });
});

describe('bySchoolYear', () => {
  it('puts the oldest first', () => {
    const years: SchoolYear[] = ['2022-23', '2018-19', '2020-21'];
    expect(years.toSorted(bySchoolYear)).toEqual(['2018-19', '2020-21', '2022-23']);
  });
});

describe('recent school years', () => {
  it.each([
    ['2026-06-30T12:00', '2025-26'],
    ['2026-07-01T12:00', '2026-27'],
    ['2026-11-27T12:00', '2026-27'],
  ])('on %s begin with the one under way, %s', (day, first) => {
    const years = recentSchoolYears(new Date(day));
    expect(years[0]).toBe(first);
    expect(years).toHaveLength(15);
    expect(years.toSorted(bySchoolYear).toReversed()).toEqual(years);
  });
});
