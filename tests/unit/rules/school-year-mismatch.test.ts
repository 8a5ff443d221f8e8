import { describe, expect, it } from 'vitest';
import type { FileType } from '../../../lib/calpads/file-types.ts';
import { FILE_TYPES } from '../../../lib/calpads/file-types.ts';
import { lines, record } from '../support/records.ts';
import { found, ruleIds } from './check.ts';

const check = (type: FileType, years: readonly string[], name = `${type} 2022-23.txt`) =>
  found('school-year-mismatch', {
    name,
    content: lines(...years.map((year) => record(type, { year }))),
  });

describe('records from another school year', () => {
  it.each(['CRSC', 'SCSC', 'SCTE'] as const)(
    'block %s, which people request by year',
    async (type) => {
      expect(await check(type, ['2022-2023', '2021-2022', '2022-2023'])).toEqual([
        {
          ruleId: 'school-year-mismatch',
          level: 'block',
          words: [
            'finding_school_year_mismatch',
            '2022-23',
            {
              counts: [
                ['2021-22', 1],
                ['2022-23', 2],
              ],
            },
          ],
        },
      ]);
    },
  );

  it.each(['SELA', 'SENR', 'SINF', 'SPRG'] as const)(
    'warn for %s, which people request by dates',
    async (type) => {
      expect(await check(type, ['2022-2023', '2013-2014'])).toEqual([
        {
          ruleId: 'school-year-mismatch',
          level: 'warn',
          words: [
            'finding_school_years_several',
            '2022-23',
            {
              counts: [
                ['2013-14', 1],
                ['2022-23', 1],
              ],
            },
          ],
        },
      ]);
    },
  );

  it.each(['CRSC', 'SCSC', 'SCTE'] as const)(
    'block %s with several years if its name has none, and block the name',
    async (type) => {
      const name = `${type}.txt`;
      const content = lines(record(type), record(type), record(type, { year: '2021-2022' }));
      expect(await found('school-year-mismatch', { name, content })).toEqual([
        {
          ruleId: 'school-year-mismatch',
          level: 'block',
          words: [
            'finding_school_years_mixed',
            type,
            {
              counts: [
                ['2021-22', 1],
                ['2022-23', 2],
              ],
            },
          ],
        },
      ]);
      expect(await ruleIds(name, content)).toEqual(['school-year-mismatch', 'name-not-exact']);
    },
  );

  it('are not records without a year, which have their own rule', async () => {
    expect(await check('SCSC', ['', ''], 'SCSC.txt')).toEqual([]);
    expect(await check('SCSC', ['', ''])).toEqual([]);
    expect(await check('SENR', ['', '2022-2023'])).toEqual([]);
  });

  it('give no finding if the person is asked for the year', async () => {
    expect(await check('SENR', ['2022-2023', '2021-2022'], 'download.txt')).toEqual([]);
  });

  it.each(FILE_TYPES)(
    'block a %s if all are from another year, and ask which it is',
    async (type) => {
      expect(await check(type, ['2021-2022', '2021-2022'])).toEqual([
        {
          ruleId: 'school-year-mismatch',
          level: 'block',
          kind: 'all of another',
          words: ['finding_school_year_other', '2022-23', '2021-22'],
          fix: 'choose school year',
        },
      ]);
    },
  );

  it.each(['SELA', 'SENR', 'SINF', 'SPRG'] as const)(
    'block a %s if none is from the year in its name, and ask which it is',
    async (type) => {
      const years = ['2021-2022', '2022-2023'];
      expect(await check(type, years, `${type} 2018-19.txt`)).toEqual([
        {
          ruleId: 'school-year-mismatch',
          level: 'block',
          kind: 'none of it',
          words: [
            'finding_school_year_absent',
            '2018-19',
            {
              counts: [
                ['2021-22', 1],
                ['2022-23', 1],
              ],
            },
          ],
          fix: 'choose school year',
        },
      ]);
    },
  );

  it('are still the fault of a file for one year if none is from the year in its name', async () => {
    const [finding] = await check('SCSC', ['2020-2021', '2021-2022']);
    expect(finding).toMatchObject({
      level: 'block',
      words: ['finding_school_year_mismatch', '2022-23', {}],
    });
    expect(finding).not.toHaveProperty('fix');
  });

  it('are not asked about if the name is no exact label and they are all from one year', async () => {
    expect(await check('SCSC', ['2021-2022', '2021-2022'], 'SCSC 2022-2023.txt')).toEqual([]);
    expect(await check('SENR', ['2021-2022'], 'SENR 10-11.txt')).toEqual([]);
  });

  it('are held against any year in the name if one of them has no year', async () => {
    expect(await check('SENR', ['2021-2022', ''], 'SENR 2022-2023.txt')).toMatchObject([
      { level: 'block', kind: 'all of another' },
    ]);
  });

  it('give no finding once the person has chosen their year', async () => {
    const content = lines(record('SINF'), record('SINF'));
    const file = { name: 'SINF 2018-19.txt', content, chosenYear: '2022-23' } as const;
    expect(await found('school-year-mismatch', file)).toEqual([]);
  });

  it.each(['2022-2023', '20222023', '2022-23'])('are not those written %s', async (year) => {
    expect(await check('SCSC', [year, year])).toEqual([]);
  });

  it('are not those with another year only in field 14 of SCTE', async () => {
    const fields = record('SCTE').split('^');
    fields[13] = '2019-2020';
    const content = lines(fields.join('^'));
    expect(await found('school-year-mismatch', { name: 'SCTE 2022-23.txt', content })).toEqual([]);
  });

  it('are compared with the year that the person chose if the name gives none', async () => {
    const chosen = { name: 'download.txt', content: lines(record('SCSC')), chosenYear: '2021-22' };
    expect(await found('school-year-mismatch', { ...chosen, chosenYear: '2021-22' })).toMatchObject(
      [{ level: 'block', words: ['finding_school_year_other', '2021-22', '2022-23'] }],
    );
  });
});
