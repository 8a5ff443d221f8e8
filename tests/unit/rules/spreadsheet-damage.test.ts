import { describe, expect, it } from 'vitest';
import { factsOf } from '../support/facts.ts';
import { lines, record } from '../support/records.ts';
import { found, foundInFacts, ruleIds } from './check.ts';

const NAME = 'SENR 2022-23.txt';

describe('a file saved by a spreadsheet', () => {
  it.each([
    [',', 'commas', 'finding_separator_comma'],
    ['\t', 'tabs', 'finding_separator_tab'],
    ['|', 'pipes', 'finding_separator_pipe'],
  ])('is blocked for %j in place of carets', async (separator, kind, key) => {
    const content = lines(record('SENR'), record('SENR')).replaceAll('^', separator);
    expect(await found('spreadsheet-damage', { name: NAME, content })).toEqual([
      { ruleId: 'spreadsheet-damage', level: 'block', kind, words: [key] },
    ]);
    expect(await ruleIds(NAME, content)).toEqual(['spreadsheet-damage']);
  });

  it('is one of which half the rows or more are so', () => {
    const facts = (rows: number) =>
      factsOf('SENR', '2022-23', { rows: 10, otherSeparators: { comma: rows } });
    expect(foundInFacts('spreadsheet-damage', NAME, facts(5))).toHaveLength(1);
    expect(foundInFacts('spreadsheet-damage', NAME, facts(4))).toEqual([]);
  });

  it('is named by the separator that most rows have', () => {
    const facts = factsOf('SENR', '2022-23', { otherSeparators: { comma: 2, tab: 8 } });
    expect(foundInFacts('spreadsheet-damage', NAME, facts)).toMatchObject([{ kind: 'tabs' }]);
  });

  it('is not one with commas inside a caret field', async () => {
    const content = lines(record('SENR').replace('9900001', 'a, b, c, d'));
    expect(await found('spreadsheet-damage', { name: NAME, content })).toEqual([]);
  });
});
