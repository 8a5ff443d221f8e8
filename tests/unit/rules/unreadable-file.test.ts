import { describe, expect, it } from 'vitest';
import { lines, record } from '../support/records.ts';
import { found, foundInInspection } from './check.ts';

const verdict = (reason: 'gone' | 'unreadable') =>
  foundInInspection('unreadable-file', 'SENR 2022-23.txt', { kind: 'unreadable', reason });

describe('a file that cannot be read', () => {
  it('is blocked as gone if it was moved', () => {
    expect(verdict('gone')).toEqual([
      { ruleId: 'unreadable-file', level: 'block', kind: 'gone', words: ['finding_file_gone'] },
    ]);
  });

  it('is blocked as unreadable if it is there but does not open', () => {
    expect(verdict('unreadable')).toMatchObject([
      { level: 'block', kind: 'unreadable', words: ['finding_file_unreadable'] },
    ]);
  });

  it('is not a file that was read', async () => {
    const content = lines(record('SENR'));
    expect(await found('unreadable-file', { name: 'SENR 2022-23.txt', content })).toEqual([]);
  });
});
