import { describe, expect, it } from 'vitest';
import { lines, record } from '../support/records.ts';
import { found, ruleIds } from './check.ts';

const senr = lines(record('SENR'));

describe('a name with another type', () => {
  it.each(['SINF 2022-23.txt', 'sinf_2022_2023.txt', '2022-23 SINF.txt'])(
    'is blocked, with both types and no fix: %s',
    async (name) => {
      expect(await found('type-mismatch', { name, content: senr })).toEqual([
        {
          ruleId: 'type-mismatch',
          level: 'block',
          words: ['finding_type_mismatch', 'SINF', 'SENR'],
        },
      ]);
    },
  );

  it('is not also called inexact if it is an exact label', async () => {
    expect(await ruleIds('SINF 2022-23.txt', senr)).toEqual(['type-mismatch']);
    expect(await ruleIds('2022-23 SINF.txt', senr)).toEqual(['type-mismatch']);
  });

  it('is also called inexact if it is not an exact label', async () => {
    expect(await ruleIds('sinf 2022-23.txt', senr)).toEqual(['type-mismatch', 'name-not-exact']);
  });

  it.each(['SENR 2022-23.txt', 'senr.txt', 'download.txt', 'SENR and SINF 2022-23.txt'])(
    'is not %s',
    async (name) => {
      expect(await found('type-mismatch', { name, content: senr })).toEqual([]);
    },
  );

  it('is not checked if the records have two types', async () => {
    const content = lines(record('SENR'), record('SPRG'));
    expect(await found('type-mismatch', { name: 'SINF 2022-23.txt', content })).toEqual([]);
  });
});
