import { describe, expect, it } from 'vitest';
import { lines, record } from '../support/records.ts';
import { found, foundInInspection, ruleIds } from './check.ts';

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
    'SENR.txt 2022-23.txt',
    'ODS_8812731.txt',
    'SENR 2022-23.TXT',
    'SENR 2022-23.Txt',
  ])('is fixed with one click: %s', async (name) => {
    expect(await check(name)).toEqual([
      {
        ruleId: 'name-not-exact',
        level: 'block',
        words: ['finding_name_not_exact', 'SENR 2022-23'],
        fix: 'rename',
      },
    ]);
  });

  it.each([
    ['SENR 10-11.txt', '2010-11'],
    ['grades 11-12.txt', '2011-12'],
    ['SENR_21_22.txt', '2021-22'],
    ['SENR2122.txt', '2021-22'],
    ['SENR FY22.txt', '2021-22'],
    ['SENR 2021 to 2022.txt', '2021-22'],
    ['senr 2021-2022.txt', '2021-22'],
    ['SENR 2021-22 (1).txt', '2021-22'],
    ['SENR 2021-22.txt.txt', '2021-22'],
  ])('gets the year of the records, and shows the other one: %s', async (name, other) => {
    expect(await check(name)).toEqual([
      {
        ruleId: 'name-not-exact',
        level: 'block',
        kind: 'other year',
        words: ['finding_name_other_year', other, '2022-23', 'SENR 2022-23'],
        fix: 'rename',
      },
    ]);
    expect(await ruleIds(name, content)).not.toContain('school-year-mismatch');
  });

  it('is an exact one of another year than the person chose', async () => {
    const file = { name: '2021-22 SENR.txt', content, chosenYear: '2022-23' } as const;
    expect(await found('name-not-exact', file)).toEqual([
      {
        ruleId: 'name-not-exact',
        level: 'block',
        kind: 'other year',
        words: ['finding_name_chosen_year', '2021-22', '2022-23', '2022-23 SENR'],
        fix: 'rename',
      },
    ]);
  });

  it('is left alone while the exact one is in question', async () => {
    expect(await ruleIds('SENR 2021-22.txt', content)).toEqual(['school-year-mismatch']);
  });

  it('waits while school-year-unreadable asks for the year', async () => {
    const without = lines(record('SCSC', { year: '' }));
    expect(await ruleIds('SCSC.txt', without)).toEqual(['school-year-unreadable']);
  });

  it.each(['SENR 2022-23.crdownload', '~$SENR.txt'])('is not %s', async (name) => {
    expect(await check(name)).toEqual([]);
  });

  it.each(['SENR 2022-23.txt', '2022-23 SENR.txt'])('is not %s', async (name) => {
    expect(await check(name)).toEqual([]);
  });

  it('has more wrong than only its ending', async () => {
    expect(await check('SENR 2022-23.csv')).toEqual([]);
    expect(await check('SENR 2022-23.TXTX')).toEqual([]);
    expect(await check('SENR 2022-23.txt.txt')).toEqual([]);
    expect(await check('SENR 2022-23')).toEqual([]);
  });

  it('is left to wrong-extension if the ending is only doubled', async () => {
    expect(await ruleIds('SENR 2022-23.txt.txt', content)).toEqual(['wrong-extension']);
  });

  it('is left to school-year-unknown while that rule asks for the year', async () => {
    const two = lines(record('SENR'), record('SENR', { year: '2021-2022' }));
    expect(await ruleIds('x.txt', two)).toEqual(['school-year-unknown']);
  });

  it('is not the exact name of another type, because type-mismatch reports that', async () => {
    expect(await check('SINF 2022-23.txt')).toEqual([]);
  });

  it('gives no finding for a file that cannot be read', () => {
    const gone = { kind: 'unreadable', reason: 'gone' } as const;
    expect(foundInInspection('name-not-exact', 'x.txt', gone)).toEqual([]);
  });
});

describe('a name whose right form nobody knows', () => {
  const two = lines(record('SCSC'), record('SCSC', { year: '2021-2022' }));

  it.each([
    ['the records have no type', 'download.txt', lines('a^b^c')],
    ['the file is empty', 'download.txt', ''],
    ['the file is not text', 'report.pdf', '%PDF-1.7'],
    ['the records have two types', 'download.txt', lines(record('SENR'), record('SINF'))],
    ['the records are from two years and the name has none', 'SCSC.txt', two],
    ['it has another type than the records', 'sinf 2022-23.txt', content],
  ])('is blocked without a fix if %s', async (_why, name, bytes) => {
    expect(await found('name-not-exact', { name, content: bytes })).toEqual([
      {
        ruleId: 'name-not-exact',
        level: 'block',
        kind: 'no right name',
        words: ['finding_name_unknown'],
      },
    ]);
  });

  it('is still right if it is exact', async () => {
    expect(await found('name-not-exact', { name: 'SENR 2022-23.txt', content: '' })).toEqual([]);
  });
});
