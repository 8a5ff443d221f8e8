import { describe, expect, it } from 'vitest';
import { zipOf } from '../../corpus/faults/zip-file.ts';
import { factsOf } from '../support/facts.ts';
import { lines, record } from '../support/records.ts';
import { found, foundInFacts, ruleIds } from './check.ts';

const NAME = 'SENR 2022-23.txt';
const COLUMN_NAMES = 'Record Type Code^Transaction Type^Local Record ID^Reporting LEA^School^SSID';

describe('column names', () => {
  it('above the records are blocked, and one click removes them from a copy', async () => {
    const content = lines('', COLUMN_NAMES, record('SENR'));
    expect(await found('header-row', { name: NAME, content })).toEqual([
      {
        ruleId: 'header-row',
        level: 'block',
        words: [
          'finding_header_row',
          { list: ['2'] },
          { list: ['Record Type Code', 'Transaction Type', 'Local Record ID', 'Reporting LEA'] },
        ],
        fix: 'drop',
      },
    ]);
    expect(await ruleIds(NAME, content)).toEqual(['header-row']);
  });

  it("inside a person's own zip are blocked without a fix", async () => {
    const text = lines('Record Type^Local ID^School^SSID', record('SENR'));
    const content = zipOf([{ name: NAME, text }]);
    expect(await found('header-row', { name: 'SENR 2022-23.zip', content })).toEqual([
      {
        ruleId: 'header-row',
        level: 'block',
        words: [
          'finding_header_row_in_zip',
          { list: ['1'] },
          { list: ['Record Type', 'Local ID', 'School', 'SSID'] },
        ],
      },
    ]);
  });

  it('are blocked even if none is safe to show', () => {
    const [finding] = foundInFacts(
      'header-row',
      NAME,
      factsOf('SENR', '2022-23', {
        foreignLines: { 'column names': { count: 1, firstLines: [3] } },
        surplusLines: [3],
      }),
    );
    expect(finding?.words).toEqual(['finding_header_row', { list: ['3'] }, { list: [] }]);
  });

  it('between two downloads are blocked, and one click removes them, too', async () => {
    const content = lines(COLUMN_NAMES, record('SENR'), COLUMN_NAMES, record('SENR'));
    expect(await found('header-row', { name: NAME, content })).toMatchObject([
      { level: 'block', words: ['finding_header_row', { list: ['1', '3'] }, {}], fix: 'drop' },
    ]);
    expect(await ruleIds(NAME, content)).toEqual(['header-row']);
  });

  it('in more lines than the facts list are blocked without a fix', () => {
    const facts = factsOf('SENR', '2022-23', {
      foreignLines: { 'column names': { count: 1001, firstLines: [1] } },
      surplusLines: Array.from({ length: 1000 }, (_, at) => at + 1),
    });
    const [finding] = foundInFacts('header-row', NAME, facts);
    expect(finding?.words[0]).toBe('finding_header_row_many');
    expect(finding?.fix).toBeUndefined();
  });

  it('alone are not data', async () => {
    expect(await ruleIds(NAME, lines(COLUMN_NAMES))).toEqual(['empty-file']);
  });

  it('do not look like a first record of another kind', async () => {
    const other = 'SDEM-R^A^^1234567^7654321^2022-2023^Name^Date';
    expect(await ruleIds(NAME, lines(other, record('SENR')))).not.toContain('header-row');
  });
});
