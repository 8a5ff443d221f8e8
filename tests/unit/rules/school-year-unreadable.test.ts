import { describe, expect, it } from 'vitest';
import type { FileType } from '../../../lib/calpads/file-types.ts';
import type { SchoolYear } from '../../../lib/calpads/school-year.ts';
import { lines, record } from '../support/records.ts';
import { found, ruleIds } from './check.ts';

const contentOf = (type: FileType, years: readonly string[]) =>
  lines(...years.map((year) => record(type, { year })));
const check = (type: FileType, years: readonly string[], chosenYear?: SchoolYear) =>
  found('school-year-unreadable', {
    name: `${type} 2022-23.txt`,
    content: contentOf(type, years),
    ...(chosenYear && { chosenYear }),
  });

const UNREADABLE = ['', '2022/2023', '22-23', '2022', '2022-2024', '2022\x962023', 'FY23'];

describe('a school year that cannot be read', () => {
  it.each(['CRSC', 'SCSC', 'SCTE'] as const)(
    'blocks %s, which has one year, and asks for it',
    async (type) => {
      expect(await check(type, ['2022-2023', '', '2022-2023', '22-23'])).toEqual([
        {
          ruleId: 'school-year-unreadable',
          level: 'block',
          words: [
            'finding_school_year_unreadable_ask',
            { count: 2 },
            { count: 4 },
            { list: ['2', '4'] },
            type,
          ],
          fix: 'choose school year',
        },
      ]);
    },
  );

  it.each(['SELA', 'SENR', 'SINF', 'SPRG'] as const)('gives a warning in %s', async (type) => {
    expect(await check(type, ['', '2022-2023'])).toEqual([
      {
        ruleId: 'school-year-unreadable',
        level: 'warn',
        words: ['finding_school_year_unreadable', { count: 1 }, { count: 2 }, { list: ['1'] }],
      },
    ]);
  });

  it.each(UNREADABLE)('is %j, in some records or in all', async (year) => {
    expect(await check('SCSC', [year, '2022-2023'])).toMatchObject([{ level: 'block' }]);
    expect(await check('SCSC', [year, year])).toMatchObject([{ level: 'block' }]);
    expect(await check('SPRG', [year, year])).toMatchObject([{ level: 'warn' }]);
  });

  it.each(['SENR 2022-23.txt', 'senr 2022-23.txt', 'SENR.txt', 'download.txt'])(
    'is never silent in a SENR named %s',
    async (name) => {
      const rules = await ruleIds(name, contentOf('SENR', ['', '']));
      expect(rules).toContain('school-year-unreadable');
    },
  );

  it('is asked for only once if the name has none either', async () => {
    expect(await ruleIds('SCSC.txt', contentOf('SCSC', ['', '']))).toEqual([
      'school-year-unreadable',
    ]);
    expect(await ruleIds('SENR.txt', contentOf('SENR', ['', '']))).toEqual([
      'school-year-unknown',
      'school-year-unreadable',
    ]);
  });

  it('is a warning once the person has chosen the year', async () => {
    expect(await check('SCSC', ['', '2022-2023'], '2022-23')).toMatchObject([
      { level: 'warn', words: ['finding_school_year_unreadable', { count: 1 }, { count: 2 }, {}] },
    ]);
  });

  it('does not hide records from another year', async () => {
    const content = contentOf('SCSC', ['', '2021-2022', '2022-2023']);
    expect(await ruleIds('SCSC 2022-23.txt', content)).toEqual([
      'school-year-mismatch',
      'school-year-unreadable',
    ]);
  });

  it('names at most five lines, and counts all', async () => {
    const [finding] = await check(
      'SENR',
      Array.from({ length: 30 }, () => ''),
    );
    const list = ['1', '2', '3', '4', '5'];
    expect(finding?.words.slice(1)).toEqual([{ count: 30 }, { count: 30 }, { list }]);
  });

  it("is judged in a student system's upload file, too", async () => {
    const content = lines(record('SCSC', { first: 'SCSC', year: '' }));
    expect(await found('school-year-unreadable', { name: 'SCSC 2022-23.txt', content })).toEqual([
      expect.objectContaining({ level: 'block' }),
    ]);
  });

  it.each(['2022-2023', '20222023', '2022-23', ' 2022-2023'])('is not %j', async (year) => {
    expect(await check('SCSC', [year, year])).toEqual([]);
  });
});
