import { describe, expect, it } from 'vitest';
import { zipOf } from '../../corpus/faults/zip-file.ts';
import { factsOf } from '../support/facts.ts';
import { lines, record } from '../support/records.ts';
import { found, foundInFacts, ruleIds } from './check.ts';

const NAME = 'SENR 2022-23.txt';
const MARK = '\xef\xbb\xbf';
const content = lines(record('SENR'), MARK + record('SENR'), record('SENR'));

describe('the byte order mark of a second file', () => {
  it('is blocked with its line, and one click removes it', async () => {
    expect(await found('mark-inside', { name: NAME, content })).toEqual([
      {
        ruleId: 'mark-inside',
        level: 'block',
        words: ['finding_mark_inside', { count: 1 }, { list: ['2'] }],
        fix: 'drop',
      },
    ]);
    expect(await ruleIds(NAME, content)).toEqual(['mark-inside']);
  });

  it("is blocked without a fix in a person's own zip", async () => {
    const zip = zipOf([{ name: NAME, text: content }]);
    expect(await found('mark-inside', { name: 'SENR 2022-23.zip', content: zip })).toEqual([
      {
        ruleId: 'mark-inside',
        level: 'block',
        words: ['finding_mark_inside_as_it_is', { count: 1 }, { list: ['2'] }],
      },
    ]);
  });

  it('is blocked without a fix in more lines than the facts list', () => {
    const facts = (count: number) =>
      factsOf('SENR', '2022-23', { oddities: { 'mark inside': { count, firstLines: [2] } } });
    expect(foundInFacts('mark-inside', NAME, facts(1000))[0]?.fix).toBe('drop');
    expect(foundInFacts('mark-inside', NAME, facts(1001))[0]?.fix).toBeUndefined();
  });

  it('is not the mark at the start of the file', async () => {
    expect(await ruleIds(NAME, MARK + lines(record('SENR')))).toEqual(['leading-mark']);
    expect(await ruleIds(NAME, MARK + MARK + lines(record('SENR')))).toEqual([
      'mark-inside',
      'leading-mark',
    ]);
  });
});
