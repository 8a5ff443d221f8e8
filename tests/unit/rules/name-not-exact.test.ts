import { describe, expect, it } from 'vitest';
import { lines, record } from '../support/records.ts';
import { found } from './check.ts';

const content = lines(record('SENR'));
const check = (name: string) => found('name-not-exact', { name, content });

describe('a name that is not exact', () => {
  it.each([
    'senr 2022-23.txt',
    'SENR  2022-23.txt',
    'SENR_2022-23.txt',
    'SENR 2022-2023.txt',
    'SENR 2022\u201323.txt',
    'SENR\u00A02022-23.txt',
    'SENR 2022-23 (1).txt',
    'SENR 2022-23 .txt',
    'Copy of SENR 2022-23.txt',
    'SENR.txt',
    'ODS_8812731.txt',
    'SENR 2022-23.TXT',
    'SENR 2022-23.Txt',
  ])('is mended with one click: %s', async (name) => {
    expect(await check(name)).toEqual([
      {
        ruleId: 'name-not-exact',
        level: 'block',
        words: ['finding_name_not_exact', 'SENR 2022-23'],
        fix: 'rename',
      },
    ]);
  });

  it.each(['SENR 2022-23.txt', '2022-23 SENR.txt'])('is not %s', async (name) => {
    expect(await check(name)).toEqual([]);
  });

  it('is not one whose ending alone is wrong', async () => {
    expect(await check('SENR 2022-23.csv')).toEqual([]);
    expect(await check('SENR 2022-23.txt.txt')).toEqual([]);
    expect(await check('SENR 2022-23')).toEqual([]);
  });

  it('is not judged while the label is not known', async () => {
    const two = lines(record('SENR'), record('SENR', { year: '2021-2022' }));
    expect(await found('name-not-exact', { name: 'x.txt', content: two })).toEqual([]);
  });
});
