import { describe, expect, it } from 'vitest';
import { lines, record } from '../support/records.ts';
import { found } from './check.ts';

const NAME = 'SENR 2022-23.txt';

describe('a file of several types', () => {
  it('is blocked, with the types, most first, and the line where the second begins', async () => {
    const content = lines(record('SENR'), record('SENR'), record('SINF'));
    expect(await found('several-record-types', { name: NAME, content })).toEqual([
      {
        ruleId: 'several-record-types',
        level: 'block',
        words: ['finding_several_record_types', { list: ['SENR', 'SINF'] }, { count: 3 }],
      },
    ]);
  });

  it('is not one of a single type', async () => {
    const content = lines(record('SENR'), record('SENR'));
    expect(await found('several-record-types', { name: NAME, content })).toEqual([]);
  });
});
