import { describe, expect, it } from 'vitest';
import { cellKey, diffReceipts } from '../../../lib/receipts/receipt-diff.ts';

describe('pasted row counts against those known', () => {
  const rows = [
    { organization: '', schoolYear: '2019-20', counts: { SPRG: 3, CRSC: 1 }, line: 2 },
    { organization: '', schoolYear: '2018-19', counts: { SENR: 0, SELA: 5 }, line: 3 },
  ] as const;

  it('are new, changed or the same, by year and then by type', () => {
    const known = new Map<string, number | undefined>([
      [cellKey('2018-19', 'SENR'), 7],
      [cellKey('2019-20', 'CRSC'), 1],
      [cellKey('2019-20', 'SPRG'), undefined],
      [cellKey('2019-20', 'SINF'), 9],
    ]);
    expect(diffReceipts(known, rows)).toEqual([
      { schoolYear: '2018-19', fileType: 'SELA', after: 5, change: 'new' },
      { schoolYear: '2018-19', fileType: 'SENR', before: 7, after: 0, change: 'changed' },
      { schoolYear: '2019-20', fileType: 'CRSC', before: 1, after: 1, change: 'same' },
      { schoolYear: '2019-20', fileType: 'SPRG', after: 3, change: 'new' },
    ]);
  });

  it('know a 0 from nothing', () => {
    const known = new Map([['2018-19 SENR', 0]]);
    expect(diffReceipts(known, rows)).toContainEqual({
      schoolYear: '2018-19',
      fileType: 'SENR',
      before: 0,
      after: 0,
      change: 'same',
    });
  });

  it('are none when nothing was pasted', () => {
    expect(diffReceipts(new Map(), [])).toEqual([]);
  });
});
