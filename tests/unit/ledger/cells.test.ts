import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../../lib/ledger/cells.ts';
import type { LedgerEvent } from '../../../lib/ledger/events.ts';
import { sentFile, uuid } from '../support/sent-file.ts';

let serial = 0;
function event(kind: LedgerEvent['kind'], at: number, file = sentFile('SENR')): LedgerEvent {
  serial += 1;
  return { id: uuid(serial), at, kind, submission: uuid(1), file, version: '0.1.0' };
}

const senr = (...events: readonly LedgerEvent[]) =>
  cellsOf(events, ['2022-23']).find(({ fileType }) => fileType === 'SENR');

describe('the cells of the checklist', () => {
  it('are one for each type and year, in the order of the program', () => {
    const cells = cellsOf([], ['2021-22', '2022-23']);
    expect(cells).toHaveLength(14);
    expect(cells.slice(0, 7).map(({ fileType }) => fileType)).toEqual([
      'CRSC',
      'SCSC',
      'SCTE',
      'SELA',
      'SENR',
      'SINF',
      'SPRG',
    ]);
    expect(cells.map(({ schoolYear }) => schoolYear)).toEqual([
      ...Array.from({ length: 7 }, () => '2021-22'),
      ...Array.from({ length: 7 }, () => '2022-23'),
    ]);
    expect(cells.every(({ status, proof }) => status === 'missing' && !proof)).toBe(true);
  });

  it('are ready once attached, and not sent by a click alone', () => {
    expect(senr(event('attached', 1))).toMatchObject({ status: 'ready', proof: { at: 1 } });
    expect(senr(event('attached', 1), event('submitted', 2))).toMatchObject({ status: 'ready' });
  });

  it('are sent with the thank-you, and say when, how many rows, and under which name', () => {
    const events = [event('attached', 1), event('submitted', 2), event('confirmed-on-page', 3)];
    expect(senr(...events)).toMatchObject({
      status: 'sent',
      proof: { at: 3, rows: 10, name: 'SENR 2022-23.txt' },
    });
  });

  it('are missing again when taken back', () => {
    const cell = senr(event('attached', 1), event('taken-back', 2));
    expect(cell).toEqual({ fileType: 'SENR', schoolYear: '2022-23', status: 'missing' });
  });

  it('are ready when attached once more', () => {
    const events = [event('attached', 1), event('taken-back', 2), event('attached', 3)];
    expect(senr(...events)).toMatchObject({ status: 'ready', proof: { at: 3 } });
  });

  it('stay sent, whatever is attached or taken back later', () => {
    const sent = event('confirmed-on-page', 3);
    const later = [event('attached', 4), event('taken-back', 5), event('submitted', 6)];
    expect(senr(sent, ...later)).toMatchObject({ status: 'sent', proof: { at: 3 } });
  });

  it('show the last proof when sent twice', () => {
    const events = [event('confirmed-on-page', 3), event('confirmed-on-page', 9)];
    expect(senr(...events)?.proof?.at).toBe(9);
  });

  it('do not depend on the order in which the events were stored', () => {
    const events = [event('attached', 1), event('taken-back', 2), event('attached', 3)];
    expect(cellsOf(events.toReversed(), ['2022-23'])).toEqual(cellsOf(events, ['2022-23']));
  });

  it('concern their own type and year only', () => {
    const others = [
      event('confirmed-on-page', 1, sentFile('SINF')),
      event('confirmed-on-page', 2, sentFile('SENR', '2021-22')),
    ];
    expect(senr(...others)?.status).toBe('missing');
  });
});
