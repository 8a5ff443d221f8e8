import { describe, expect, it } from 'vitest';
import { lines, record } from '../support/records.ts';
import { found, ruleIds } from './check.ts';

const of = (...years: readonly string[]) => lines(...years.map((year) => record('SCSC', { year })));
const check = (name: string, ...years: readonly string[]) =>
  found('padded-school-year', { name, content: of(...years) });

describe('blanks around the school year', () => {
  it.each(['2022-2023 ', ' 2022-2023', ' 2022-23 '])('give a warning: %j', async (year) => {
    expect(await check('SCSC 2022-23.txt', '2022-2023', year)).toEqual([
      {
        ruleId: 'padded-school-year',
        level: 'warn',
        words: ['finding_school_year_padded', { count: 1 }, { count: 2 }, { list: ['2'] }],
      },
    ]);
  });

  it('leave the year readable', async () => {
    expect(await ruleIds('SCSC 2022-23.txt', of('2022-2023 '))).toEqual(['padded-school-year']);
    expect(await ruleIds('SCSC 2021-22.txt', of('2022-2023 '))).toEqual([
      'school-year-mismatch',
      'padded-school-year',
    ]);
  });

  it.each(['2022-2023', '', '   '])('are not in %j', async (year) => {
    expect(await check('SCSC 2022-23.txt', year)).toEqual([]);
  });
});
