import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../../lib/rules/check-files.ts';
import { textOf } from '../support/facts.ts';

const FILE = { id: '1', name: 'SENR 2022-23.txt', inspection: textOf('SENR', '2022-23') };

describe('a file whose content was sent before', () => {
  it('gets a warning with the day and the name, but may go', () => {
    const sentBefore = { at: Date.UTC(2023, 9, 20), name: 'SENR 2021-22.txt' };
    const [result] = checkFiles([{ ...FILE, sentBefore }]);
    expect(result?.findings).toEqual([
      {
        ruleId: 'already-sent',
        level: 'warn',
        words: ['finding_already_sent', { day: sentBefore.at }, 'SENR 2021-22.txt'],
      },
    ]);
  });

  it('is only one that the ledger knows', () => {
    expect(checkFiles([FILE])[0]?.findings).toEqual([]);
  });
});
