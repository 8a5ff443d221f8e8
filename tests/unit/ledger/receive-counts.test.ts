import { describe, expect, it } from 'vitest';
import { FILE_TYPES } from '../../../lib/calpads/file-types.ts';
import { checklistOf } from '../../../lib/ledger/checklist.ts';
import type { LedgerEvent } from '../../../lib/ledger/events.ts';
import { otherCounts, planCounts, withdrawReply } from '../../../lib/ledger/receive-counts.ts';
import type { ReceiptRow } from '../../../lib/receipts/read-receipts.ts';
import { sampleRows } from '../receipts/pasted-shapes.ts';
import { sentFile, uuid } from '../support/attached-file.ts';
import { counted, did, log, MAPLE, organization, stamped } from '../support/ledger.ts';

const ALL_ROUNDS = organization({ rounds: [1, 2, 3, 4, 5] });
const REPLY = uuid(700_002);
const row = (counts: ReceiptRow['counts'], schoolYear: ReceiptRow['schoolYear'] = '2022-23') => ({
  organization: 'Maple Leaf Unified',
  schoolYear,
  counts,
  line: 2,
});
const plan = (events: readonly LedgerEvent[], ...rows: readonly ReceiptRow[]) =>
  planCounts(MAPLE, ALL_ROUNDS, events, rows, REPLY);

describe('a pasted reply, before it is saved', () => {
  it('shows the checklist as it will be once it is saved, warnings included', () => {
    const { after, events } = plan([], ...sampleRows());
    expect(after.findings).toMatchObject([
      { kind: 'identical years', years: ['2019-20', '2020-21'], fileTypes: FILE_TYPES },
      { kind: 'far below neighbours', schoolYear: '2018-19', fileType: 'SCTE' },
    ]);
    const saved = checklistOf(ALL_ROUNDS, log(...events));
    expect(after.findings).toEqual(saved.findings);
    expect(after.cells.map(({ status }) => status)).toEqual(
      saved.cells.map(({ status }) => status),
    );
  });

  it('warns of a year that is like one of an earlier reply', () => {
    const [first, second] = [
      { CRSC: 10, SENR: 20, SINF: 30 },
      { CRSC: 10, SENR: 20, SINF: 30 },
    ];
    const earlier = Object.entries(first).map(([type, rows]) =>
      counted(rows, type as keyof typeof first, '2021-22'),
    );
    expect(plan(log(...earlier), row(second)).after.findings).toMatchObject([
      { kind: 'identical years', years: ['2021-22', '2022-23'] },
    ]);
  });

  it('counts as the latest, even after an event by a clock that was ahead', () => {
    const sentTomorrow = { ...stamped(did('confirmed-on-page'), 1), at: 9_000_000_000_000 };
    const { after } = plan([sentTomorrow], row({ SENR: 9 }));
    expect(otherCounts(after)).toEqual([
      { fileType: 'SENR', schoolYear: '2022-23', received: 9, sent: 10 },
    ]);
  });

  it('lists what is counted otherwise than it was sent, and nothing else', () => {
    const sent = (['CRSC', 'SCSC', 'SENR', 'SINF'] as const).map((type) =>
      did('confirmed-on-page', sentFile(type)),
    );
    const { after, notListed } = plan(log(...sent), row({ CRSC: 10, SCSC: 0, SENR: 11, SPRG: 4 }));
    expect(otherCounts(after)).toEqual([
      { fileType: 'SCSC', schoolYear: '2022-23', received: 0, sent: 10 },
      { fileType: 'SENR', schoolYear: '2022-23', received: 11, sent: 10 },
    ]);
    expect(notListed).toEqual(['SINF 2022-23']);
  });

  it('records each count once, and what is not listed as such', () => {
    const { events } = plan(log(did('confirmed-on-page')), row({ CRSC: 5 }));
    const common = { kind: 'counts-received', organization: MAPLE, schoolYear: '2022-23' };
    expect(events).toEqual([
      { ...common, reply: REPLY, fileType: 'CRSC', rows: 5 },
      { ...common, reply: REPLY, fileType: 'SENR', rows: null },
    ]);
  });

  it('has nothing to record without counts', () => {
    expect(plan([], row({})).events).toEqual([]);
  });
});

describe('a saved reply', () => {
  it('is taken back as a whole, and no other', () => {
    const { events } = plan([], row({ CRSC: 5, SENR: 6 }));
    const all = log(...events, counted(7, 'SINF'));
    expect(withdrawReply(all, REPLY)).toEqual([
      { kind: 'withdrawn', organization: MAPLE, events: [uuid(1), uuid(2)] },
    ]);
  });
});
