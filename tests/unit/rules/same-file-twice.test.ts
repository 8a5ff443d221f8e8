import { describe, expect, it } from 'vitest';
import { lines, record } from '../support/records.ts';
import { findingsOf, found } from './check.ts';

const content = lines(record('SENR'), record('SENR'));
const check = (first: string, second: string) =>
  found('same-file-twice', { name: first, content }, { name: second, content });

describe('the same bytes chosen twice', () => {
  it('are blocked the second time, and the finding names the first', async () => {
    expect(await check('SENR 2022-23.txt', 'SENR 2022-23 (1).txt')).toEqual([
      {
        ruleId: 'same-file-twice',
        level: 'block',
        words: ['finding_same_file_twice', 'SENR 2022-23.txt'],
      },
    ]);
  });

  it.each([
    ['years', 'SENR 2021-22.txt'],
    ['types', 'SELA 2022-23.txt'],
  ])('under two %s are left to same-content-other-label', async (_what, first) => {
    expect(await check(first, 'SENR 2022-23.txt')).toEqual([]);
  });

  it('have the same label if only the word order of the name differs', async () => {
    expect(await check('SENR 2022-23.txt', '2022-23 SENR.txt')).toHaveLength(1);
  });

  it('are also found in files without a known label', async () => {
    const unknown = lines('a^b^c');
    const [first, second] = await findingsOf(
      { name: 'x.txt', content: unknown },
      { name: 'y.txt', content: unknown },
    );
    expect(first?.map(({ ruleId }) => ruleId)).not.toContain('same-file-twice');
    expect(second?.map(({ ruleId }) => ruleId)).toContain('same-file-twice');
  });

  it.each([
    ['the first', 'SENR 2022-23.txt', 'x.txt'],
    ['the second', 'x.txt', 'SENR 2022-23.txt'],
  ])('are also blocked if only %s has a label', async (_which, first, second) => {
    const unknown = { content: lines('a^b^c') };
    const chosen = [first, second].map((name) => ({ ...unknown, name }));
    expect(await found('same-file-twice', ...chosen)).toHaveLength(1);
    expect(await found('same-content-other-label', ...chosen)).toEqual([]);
  });

  it('are blocked every time they come again', async () => {
    const one = { name: 'SENR 2022-23.txt', content };
    const ids = (await findingsOf(one, one, one)).map((list) => list.map(({ ruleId }) => ruleId));
    expect(ids).toEqual([[], ['same-file-twice'], ['same-file-twice']]);
  });

  it('leave the first file alone', async () => {
    const name = 'SENR 2022-23.txt';
    const [first] = await findingsOf({ name, content }, { name, content });
    expect(first).toEqual([]);
  });

  it('are found across other files between them', async () => {
    const between = { name: 'SINF 2022-23.txt', content: lines(record('SINF')) };
    const one = { name: 'SENR 2022-23.txt', content };
    expect(await found('same-file-twice', one, between, one)).toHaveLength(1);
  });

  it('are not two files that differ in one byte', async () => {
    const one = { name: 'SENR 2022-23.txt', content };
    const other = { name: 'SENR 2021-22.txt', content: `${content} ` };
    expect(await found('same-file-twice', one, other)).toEqual([]);
  });

  it('are not two files without data', async () => {
    const one = { name: 'SENR 2022-23.txt', content: '' };
    expect(await found('same-file-twice', one, { ...one, name: 'SINF 2022-23.txt' })).toEqual([]);
  });
});
