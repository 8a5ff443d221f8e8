import { describe, expect, it } from 'vitest';
import { begunSplit } from '../../../lib/ledger/begun-split.ts';
import type { NewEvent } from '../../../lib/ledger/events.ts';
import { sentFile, uuid } from '../support/attached-file.ts';
import { did, doubted, log, said, withdrawn } from '../support/ledger.ts';

const HASH = 'a'.repeat(64);
const ZIP = 'SCSC 2022-23.zip';
const part = (number: number, other = {}) =>
  sentFile('SCSC', '2022-23', { name: ZIP, part: { number, of: 3 }, ...other });
const sent = (number: number, other = {}) =>
  did('confirmed-on-page', part(number, other), uuid(810_000 + number));
const begun = (...entries: readonly NewEvent[]) => begunSplit(log(...entries), HASH);

describe('a file sent in parts', () => {
  it('is begun while some are sent and some are not', () => {
    expect(begun(sent(1))).toEqual({
      fileType: 'SCSC',
      schoolYear: '2022-23',
      packing: 'zip',
      of: 3,
      done: [1],
    });
    expect(begun(sent(3), sent(1))?.done).toEqual([1, 3]);
  });

  it('is not begun before, nor any more when all are sent', () => {
    expect(begun()).toBeUndefined();
    expect(begun(did('attached', part(1)), did('submitted', part(1)))).toBeUndefined();
    expect(begun(sent(1), sent(2), sent(3))).toBeUndefined();
  });

  it('is known by its content alone', () => {
    expect(begun(sent(1, { contentHash: 'c'.repeat(64) }))).toBeUndefined();
  });

  it('is no split when its parts are files of their own', () => {
    const set = 'd'.repeat(64);
    expect(begun(sent(1, { part: { number: 1, of: 3, set } }))).toBeUndefined();
  });

  it('goes on as texts where the parts were texts', () => {
    expect(begun(sent(1, { name: 'SCSC 2022-23.txt' }))?.packing).toBe('text parts');
  });

  it('is not begun when the cell was started again, or the file went in one piece', () => {
    expect(begun(sent(1), said('reopened', 'SCSC'))).toBeUndefined();
    const whole = sentFile('SCSC', '2022-23', { name: ZIP });
    expect(begun(did('confirmed-on-page', whole))).toBeUndefined();
  });

  it('counts what the person said of a part that nobody thanked for, until it is taken back', () => {
    const doubt = doubted(part(1), uuid(810_001));
    expect(begun(doubt)).toBeUndefined();
    expect(begun(doubt, said('said-sent', 'SCSC'))?.done).toEqual([1]);
    expect(begun(doubt, said('said-sent', 'SCSC'), withdrawn(2))).toBeUndefined();
  });
});
