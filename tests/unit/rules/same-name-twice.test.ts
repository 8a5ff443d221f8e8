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
    'are both blocked until the person says that they are parts, and each finding names the other: %s',
    async (name) => {
      const findings = await findingsOf(one, other(name));
      const label = expect.stringMatching(/^(SENR 2022-23|2022-23 SENR)$/);
      const about = (twin: string) => ({
        ruleId: 'same-name-twice',
        level: 'block',
        kind: 'not told apart',
        words: ['finding_parts_unsure', label, twin],
        fix: 'say parts',
      });
      expect(findings[0]).toEqual([about(name)]);
      expect(findings[1]).toContainEqual(about('SENR 2022-23.txt'));
    },
  );

  it('may be three, and all three are blocked', async () => {
    const third = { ...one, content: lines(record('SENR'), record('SENR'), record('SENR')) };
    const findings = await findingsOf(one, other('SENR 2022-23.txt'), third);
    expect(findings.map((list) => list.map(({ ruleId }) => ruleId))).toEqual([
      ['same-name-twice'],
      ['same-name-twice'],
      ['same-name-twice'],
    ]);
  });

  it.each([
    ['from another year', other('SENR 2021-22.txt')],
    ['of another type', other('SINF 2022-23.txt', 'SINF')],
    ['that are the same file, which has its own rule', one],
  ])('are not files %s', async (_what, second) => {
    expect(await found('same-name-twice', one, second)).toEqual([]);
  });
});
