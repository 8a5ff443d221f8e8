import { describe, expect, it } from 'vitest';
import { lines, record } from '../support/records.ts';
import { found, ruleIds } from './check.ts';

const twoYears = lines(record('SENR'), record('SENR', { year: '2021-2022' }));
const check = (name: string, content: string, chosenYear?: '2022-23') =>
  found('school-year-unknown', { name, content, ...(chosenYear && { chosenYear }) });

describe('a school year that nothing gives', () => {
  it('is asked for', async () => {
    expect(await check('download.txt', twoYears)).toEqual([
      {
        ruleId: 'school-year-unknown',
        level: 'block',
        words: ['finding_school_year_unknown'],
        fix: 'choose school year',
      },
    ]);
  });

  it('is asked for if the name gives two, or an impossible one', async () => {
    expect(await check('SENR 2021-22 2022-23.txt', twoYears)).toHaveLength(1);
    expect(await check('SENR 2022-24.txt', twoYears)).toHaveLength(1);
  });

  it('is asked for if no record has a year', async () => {
    expect(await check('SENR.txt', lines(record('SENR', { year: '' })))).toMatchObject([
      { words: ['finding_school_year_none'], fix: 'choose school year' },
    ]);
  });

  it.each(['SENR 10-11.txt', 'SENR grades 10-11.txt', 'SENR_1011.txt', 'SENR FY11.txt'])(
    'is asked for if the name may mean something else: %s',
    async (name) => {
      for (const content of [twoYears, lines(record('SENR', { year: '' }))]) {
        expect(await check(name, content)).toMatchObject([
          { words: ['finding_school_year_unsure', '2010-11'], fix: 'choose school year' },
        ]);
      }
      expect(await check(name, lines(record('SENR')))).toEqual([]);
    },
  );

  it.each([
    ['the name gives it', 'senr_2022_23.txt', twoYears, undefined],
    ['the person has given it', 'download.txt', twoYears, '2022-23'],
    ['all records are from one year', 'download.txt', lines(record('SENR')), undefined],
  ] as const)('is not asked for if %s', async (_what, name, content, chosenYear) => {
    expect(await check(name, content, chosenYear)).toEqual([]);
  });

  it.each(['SELA', 'SENR', 'SINF', 'SPRG'] as const)(
    'is asked for %s, which may hold several',
    async (type) => {
      const content = lines(record(type), record(type, { year: '2021-2022' }));
      expect(await ruleIds('download.txt', content)).toEqual(['school-year-unknown']);
    },
  );

  it.each(['CRSC', 'SCSC', 'SCTE'] as const)(
    'is not asked for %s, where several years are the fault',
    async (type) => {
      const content = lines(record(type), record(type, { year: '2021-2022' }));
      expect(await check('download.txt', content)).toEqual([]);
    },
  );

  it('is not asked for a file that is not an extract', async () => {
    expect(await check('download.txt', lines('a^b^c'))).toEqual([]);
  });
});
