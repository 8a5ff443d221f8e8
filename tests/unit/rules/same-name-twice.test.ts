import { describe, expect, it } from 'vitest';
import { lines, record } from '../support/records.ts';
import { findingsOf, found } from './check.ts';

const one = { name: 'SENR 2022-23.txt', content: lines(record('SENR')) };
const other = (name: string, type: 'SENR' | 'SINF' = 'SENR') => ({
  name,
  content: lines(record(type), record(type)),
});

describe('two files that would be sent under one name', () => {
  it.each(['senr 2022-23.txt', '2022-23 SENR.txt', 'download.txt'])(
    'are blocked the second time: %s',
    async (name) => {
      const [finding] = await found('same-name-twice', one, other(name));
      expect(finding).toMatchObject({
        level: 'block',
        words: ['finding_same_name_twice', expect.stringMatching(/SENR/), 'SENR 2022-23.txt'],
      });
      expect(finding?.fix).toBeUndefined();
    },
  );

  it('leave the first file alone', async () => {
    const [first] = await findingsOf(one, other('senr 2022-23.txt'));
    expect(first).toEqual([]);
  });

  it.each([
    ['of another year', other('SENR 2021-22.txt')],
    ['of another type', other('SINF 2022-23.txt', 'SINF')],
    ['that are the same file, which has a rule of its own', one],
  ])('are not files %s', async (_what, second) => {
    expect(await found('same-name-twice', one, second)).toEqual([]);
  });
});
