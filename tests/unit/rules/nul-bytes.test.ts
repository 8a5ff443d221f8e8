import { describe, expect, it } from 'vitest';
import { lines, record } from '../support/records.ts';
import { found, ruleIds } from './check.ts';

const NAME = 'SENR 2022-23.txt';
const nuls = (count: number) => '\0'.repeat(count);

describe('NUL bytes', () => {
  it.each([
    ['inside a record', lines(record('SENR'), record('SENR').replace('^^', '^\0^')), 2],
    ['in front of the first record', nuls(512) + lines(record('SENR')), 1],
    ['after the last record', lines(record('SENR')) + nuls(4096), 2],
    ['between two records', lines(record('SENR'), nuls(700), record('SENR')), 2],
    ['in place of a file', nuls(2048), 1],
  ])('are blocked, with the first line that has them: %s', async (_where, content, line) => {
    expect(await found('nul-bytes', { name: NAME, content })).toEqual([
      { ruleId: 'nul-bytes', level: 'block', words: ['finding_nul_bytes', { count: line }] },
    ]);
    expect(await ruleIds(NAME, content)).toEqual(['nul-bytes']);
  });

  it('are not those in wide characters, which have their own rule', async () => {
    const wide = `\xff\xfe${[...lines(record('SENR'))].map((letter) => `${letter}\0`).join('')}`;
    expect(await found('nul-bytes', { name: NAME, content: wide })).toEqual([]);
  });

  it('are not in a good file', async () => {
    expect(await found('nul-bytes', { name: NAME, content: lines(record('SENR')) })).toEqual([]);
  });
});
