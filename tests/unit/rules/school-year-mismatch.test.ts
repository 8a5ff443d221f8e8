import { describe, expect, it } from 'vitest';
import type { FileType } from '../../../lib/calpads/file-types.ts';
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
            { list: ['2021-22 (1)', '2022-23 (2)'] },
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
            { list: ['2013-14 (1)', '2022-23 (1)'] },
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
          words: ['finding_school_years_mixed', type, { list: ['2021-22 (1)', '2022-23 (2)'] }],
        },
      ]);
      expect(await ruleIds(name, content)).toEqual(['school-year-mismatch', 'name-not-exact']);
    },
  );

  it('are not records without a year', async () => {
    expect(await check('SCSC', ['', ''], 'SCSC.txt')).toEqual([]);
    expect(await check('SCSC', ['', ''])).toEqual([]);
  });

  it('give no finding if the person is asked for the year', async () => {
    expect(await check('SENR', ['2022-2023', '2021-2022'], 'download.txt')).toEqual([]);
  });

  it('block a file with only records from the year before', async () => {
    expect(await check('SCSC', ['2021-2022', '2021-2022'])).toMatchObject([{ level: 'block' }]);
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
      [{ level: 'block', words: ['finding_school_year_mismatch', '2021-22', {}] }],
    );
  });
});
