import { describe, expect, it } from 'vitest';
import type { NewEvent } from '../../../lib/ledger/events.ts';
import { sentSetSchema, sentSets } from '../../../lib/ledger/sent-sets.ts';
import { sentFile, uuid } from '../support/attached-file.ts';
import { did, log, said } from '../support/ledger.ts';

const SET = 'e'.repeat(64);
const hash = (number: number) => String(number).repeat(64);
const sent = (number: number, set: string | undefined = SET) =>
  did(
    'confirmed-on-page',
    sentFile('SCSC', '2022-23', {
      part: { number, of: 2, ...(set && { set }) },
      contentHash: hash(number),
    }),
    uuid(810_000 + number),
  );
const sets = (...entries: readonly NewEvent[]) => sentSets(log(...entries));
const part = (number: number) => ({ number, contentHash: hash(number) });

describe('the sets of files in the ledger', () => {
  it('name each file that was sent, also when all were', () => {
    const set = { fileType: 'SCSC', schoolYear: '2022-23', set: SET, of: 2 };
    expect(sets(sent(2))).toEqual([{ ...set, sent: [part(2)] }]);
    expect(sets(sent(1), sent(2))).toEqual([{ ...set, sent: [part(1), part(2)] }]);
    for (const one of sets(sent(1))) expect(sentSetSchema.parse(one)).toEqual(one);
  });

  it('are one for each label', () => {
    const other = did(
      'confirmed-on-page',
      sentFile('SENR', '2022-23', { part: { number: 1, of: 3, set: 'f'.repeat(64) } }),
      uuid(3),
    );
    expect(sets(sent(1), other).map(({ fileType, of }) => [fileType, of])).toEqual([
      ['SCSC', 2],
      ['SENR', 3],
    ]);
  });

  it('are none before a file is sent, for whole files, and after the cell started again', () => {
    expect(sets()).toEqual([]);
    expect(sets(did('confirmed-on-page'))).toEqual([]);
    expect(
      sets(did('attached', sentFile('SCSC', '2022-23', { part: { number: 1, of: 2, set: SET } }))),
    ).toEqual([]);
    expect(sets(sent(1), said('reopened', 'SCSC'))).toEqual([]);
  });

  it('are not the parts of one file that was split', () => {
    expect(sets(sent(1, ''))).toEqual([]);
  });
});
