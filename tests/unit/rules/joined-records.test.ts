import { describe, expect, it } from 'vitest';
import { lines, record } from '../support/records.ts';
import { found, ruleIds } from './check.ts';

const NAME = 'SENR 2022-23.txt';

describe('a line with two records', () => {
  it('is blocked with its number', async () => {
    const one = record('SENR');
    const content = lines(one, one, one + one, one);
    expect(await found('joined-records', { name: NAME, content })).toEqual([
      {
        ruleId: 'joined-records',
        level: 'block',
        words: ['finding_joined_records', { count: 1 }, { list: ['3'] }],
      },
    ]);
    expect(await ruleIds(NAME, content)).toEqual(['joined-records', 'field-count']);
  });

  it('is not a record with more fields than the others', async () => {
    const content = lines(record('SENR'), `${record('SENR')}^R^-R^SDEM-R^`);
    expect(await ruleIds(NAME, content)).toEqual(['field-count']);
  });
});
