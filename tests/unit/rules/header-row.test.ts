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
          { count: 2 },
          { list: ['Record Type Code', 'Transaction Type', 'Local Record ID', 'Reporting LEA'] },
        ],
        fix: 'drop header',
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
          { count: 1 },
          { list: ['Record Type', 'Local ID', 'School', 'SSID'] },
        ],
      },
    ]);
  });

  it('are blocked even if none is safe to show', () => {
    const [finding] = foundInFacts(
      'header-row',
      NAME,
      factsOf('SENR', '2022-23', { headerLine: 3 }),
    );
    expect(finding?.words).toEqual(['finding_header_row', { count: 3 }, { list: [] }]);
  });

  it('alone are not data', async () => {
    expect(await ruleIds(NAME, lines(COLUMN_NAMES))).toEqual(['empty-file']);
  });

  it('do not look like a first record of another kind', async () => {
    const other = 'SDEM-R^A^^1234567^7654321^2022-2023^Name^Date';
    expect(await ruleIds(NAME, lines(other, record('SENR')))).not.toContain('header-row');
  });
});
