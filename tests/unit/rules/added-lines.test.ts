import { describe, expect, it } from 'vitest';
import { zipOf } from '../../corpus/faults/zip-file.ts';
import { factsOf } from '../support/facts.ts';
import { lines, record } from '../support/records.ts';
import { found, foundInFacts, ruleIds } from './check.ts';

const NAME = 'SENR 2022-23.txt';
const content = lines('-----^-----', record('SENR'), '', '(1 rows affected)');

describe('lines that a program added', () => {
  it('are blocked with their numbers, and one click leaves them out', async () => {
    expect(await found('added-lines', { name: NAME, content })).toEqual([
      {
        ruleId: 'added-lines',
        level: 'block',
        words: ['finding_added_lines', { count: 2 }, { list: ['1', '4'] }],
        fix: 'drop',
      },
    ]);
    expect(await ruleIds(NAME, content)).toEqual(['added-lines']);
  });

  it("are blocked without a fix in a person's own zip", async () => {
    const zip = zipOf([{ name: NAME, text: content }]);
    expect(await found('added-lines', { name: 'SENR 2022-23.zip', content: zip })).toEqual([
      {
        ruleId: 'added-lines',
        level: 'block',
        words: ['finding_added_lines_as_they_are', { count: 2 }, { list: ['1', '4'] }],
      },
    ]);
  });

  it('are blocked without a fix if there are more than the facts list', () => {
    const facts = factsOf('SENR', '2022-23', {
      foreignLines: { 'no data': { count: 1001, firstLines: [1] } },
      surplusLines: Array.from({ length: 1000 }, (_, at) => at + 1),
    });
    const [finding] = foundInFacts('added-lines', NAME, facts);
    expect(finding?.fix).toBeUndefined();
  });

  it('are also a footer at the very end, where a record may be cut off', async () => {
    expect(await ruleIds(NAME, `${lines(record('SENR'))}(1 rows affected)`)).toEqual([
      'added-lines',
    ]);
  });

  it('alone are no extract', async () => {
    expect(await ruleIds(NAME, lines('(0 rows affected)'))).toEqual(['unknown-records']);
    expect(await ruleIds(NAME, lines('^^^^'))).toEqual(['empty-file']);
    expect(await ruleIds(NAME, lines('Record Type^School^SSID^Grade', '(0 rows)'))).toEqual([
      'empty-file',
    ]);
  });
});
