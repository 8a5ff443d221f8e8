import { describe, expect, it } from 'vitest';
import { CELL_STATUSES, cellState } from '../../../lib/ledger/cells.ts';
import type { NewEvent } from '../../../lib/ledger/events.ts';
import { isCellEvent, standing } from '../../../lib/ledger/events.ts';
import { sentFile, uuid } from '../support/attached-file.ts';
import { because, counted, did, doubted, log, said, withdrawn } from '../support/ledger.ts';

const stateAfter = (...entries: readonly NewEvent[]) =>
  cellState(standing(log(...entries)).filter(isCellEvent));
const statusAfter = (...entries: readonly NewEvent[]) => stateAfter(...entries).status;

const SECOND = uuid(800_002);
const attached = did('attached');
const submitted = did('submitted');
const confirmed = did('confirmed-on-page');
const sent = [attached, submitted, confirmed];
const unseen = [attached, submitted, doubted()];
const email = said('email-confirmed');
const noData = because('no-data', 'no such program');
const accepted = because('accepted', 'four students left');
const file = (rows: number) => sentFile('SENR', '2022-23', { rows });
const part = (number: number, rows: number, other = {}) =>
  sentFile('SENR', '2022-23', { rows, part: { number, of: 3 }, ...other });
const partSent = (number: number, rows: number, other = {}) =>
  did('confirmed-on-page', part(number, rows, other), uuid(810_000 + number));

/** One of two files for the label, each with a content of its own. */
const fileSent = (number: number, rows: number, set = 'e'.repeat(64)) =>
  did(
    'confirmed-on-page',
    sentFile('SENR', '2022-23', {
      rows,
      part: { number, of: 2, set },
      contentHash: String(number).repeat(64),
    }),
    uuid(820_000 + number),
  );

type Case = readonly [what: string, entries: readonly NewEvent[], status: string];

const CASES: readonly Case[] = [
  // From nothing to sent.
  ['nothing has happened', [], 'missing'],
  ['files stand in the form', [attached], 'ready'],
  ['the click alone is no proof', [attached, submitted], 'ready'],
  ['the files were taken back', [attached, did('taken-back')], 'missing'],
  ['attached, taken back, attached again', [attached, did('taken-back'), attached], 'ready'],
  [
    'of two submissions in two tabs one was taken back',
    [attached, did('attached', file(10), SECOND), did('taken-back')],
    'ready',
  ],
  ['the page thanked', sent, 'sent'],
  ['the page thanked, and files are attached once more', [...sent, attached], 'sent'],
  // In doubt.
  ['no thank-you was seen', unseen, 'not sure'],
  ['the thank-you came late', [...unseen, confirmed], 'sent'],
  ['in doubt, and the person says it was sent', [...unseen, said('said-sent')], 'sent'],
  ['in doubt, and the person says it was not', [...unseen, said('said-not-sent')], 'missing'],
  [
    'said not to be sent, and the thank-you came late',
    [...unseen, said('said-not-sent'), confirmed],
    'sent',
  ],
  [
    'sent before, and in doubt now',
    [...sent, did('submitted', file(12), SECOND), doubted(file(12), SECOND)],
    'not sure',
  ],
  [
    'in doubt on a computer that did not see the thank-you of the other',
    [...sent, doubted()],
    'sent',
  ],
  // On the person's word.
  ['the person says it was sent', [said('said-sent')], 'sent'],
  ['the person takes that back', [said('said-sent'), said('said-not-sent')], 'missing'],
  // The e-mail.
  ['the e-mail came', [...sent, email], 'confirmed by e-mail'],
  ['the e-mail came for what the assistant never saw', [email], 'confirmed by e-mail'],
  ['the e-mail was for an earlier sending', [...sent, email, ...sent], 'sent'],
  // Row counts.
  ['as many rows as sent', [...sent, counted(10)], 'received'],
  ['fewer rows than sent', [...sent, counted(9)], 'problem'],
  ['more rows than sent', [...sent, counted(11)], 'problem'],
  ['no rows of those sent', [...sent, counted(0)], 'problem'],
  ['the reply does not list what was sent', [...sent, counted(null)], 'problem'],
  ['rows of what the assistant never saw', [counted(10)], 'received'],
  ['no rows, and none sent', [counted(0)], 'missing'],
  ['not listed, and none sent', [counted(null)], 'missing'],
  ['rows of what the person says was sent', [said('said-sent'), counted(10)], 'received'],
  ['no rows of what the person says was sent', [said('said-sent'), counted(0)], 'problem'],
  ['not listed what the person says was sent', [said('said-sent'), counted(null)], 'problem'],
  [
    'an empty file was sent and counted',
    [did('confirmed-on-page', file(0)), counted(0)],
    'problem',
  ],
  ['the e-mail, then the right count', [...sent, email, counted(10)], 'received'],
  ['the e-mail, then a wrong count', [...sent, email, counted(9)], 'problem'],
  ['a right count after a wrong one', [...sent, counted(9), counted(10)], 'received'],
  ['a count of before the sending says nothing of it', [counted(9), ...sent], 'sent'],
  // Accepted.
  ['a problem that was accepted', [...sent, counted(9), accepted], 'received'],
  ['accepted, then a new reply', [...sent, counted(9), accepted, counted(8)], 'problem'],
  ['accepted, then sent again', [...sent, counted(9), accepted, ...sent], 'sent'],
  // Sent again.
  ['received, then sent again', [...sent, counted(10), ...sent], 'sent'],
  [
    'sent again with other rows, and counted',
    [...sent, did('confirmed-on-page', file(12), SECOND), counted(12)],
    'received',
  ],
  [
    'sent again with other rows, and the old count',
    [...sent, did('confirmed-on-page', file(12), SECOND), counted(10)],
    'problem',
  ],
  // No data.
  ['no data for this type', [noData], 'no data'],
  ['no data, and the count agrees', [noData, counted(0)], 'no data'],
  ['no data, and not listed', [noData, counted(null)], 'no data'],
  ['no data, and rows all the same', [noData, counted(5)], 'problem'],
  ['no data, rows all the same, accepted', [noData, counted(5), accepted], 'no data'],
  ['no data, then files after all', [noData, attached], 'ready'],
  ['no data, then sent after all', [noData, ...sent], 'sent'],
  ['no data, then said to be sent', [noData, said('said-sent')], 'sent'],
  // Reopened.
  ['reopened after it was sent', [...sent, email, said('reopened')], 'missing'],
  ['reopened after a problem', [...sent, counted(9), said('reopened')], 'missing'],
  ['reopened from no data', [noData, said('reopened')], 'missing'],
  ['reopened, and sent again', [...sent, counted(9), said('reopened'), ...sent], 'sent'],
  // Withdrawn.
  ['the count was withdrawn', [...sent, counted(9), withdrawn(4)], 'sent'],
  ['the withdrawal was withdrawn', [...sent, counted(9), withdrawn(4), withdrawn(5)], 'problem'],
  ['and that one as well', [...sent, counted(9), withdrawn(4), withdrawn(5), withdrawn(6)], 'sent'],
  ['withdrawing what nobody knows', [...sent, withdrawn(4711)], 'sent'],
  ['a withdrawal of itself', [...sent, withdrawn(4)], 'sent'],
  // Parts of a split.
  ['one part of three', [partSent(1, 4)], 'ready'],
  ['two parts of three', [partSent(1, 4), partSent(2, 4)], 'ready'],
  ['all three parts', [partSent(1, 4), partSent(2, 4), partSent(3, 2)], 'sent'],
  ['all three, in another order', [partSent(3, 2), partSent(1, 4), partSent(2, 4)], 'sent'],
  ['one part sent three times', [partSent(1, 4), partSent(1, 4), partSent(1, 4)], 'ready'],
  [
    'one part of another file',
    [partSent(1, 4), partSent(2, 4), partSent(3, 2, { contentHash: 'c'.repeat(64) })],
    'ready',
  ],
  ['one of two files of a set', [fileSent(1, 4)], 'ready'],
  ['both files of a set', [fileSent(1, 4), fileSent(2, 6)], 'sent'],
  ['one file of a set twice', [fileSent(1, 4), fileSent(1, 4)], 'ready'],
  ['files of two sets', [fileSent(1, 4), fileSent(2, 6, 'f'.repeat(64))], 'ready'],
  ['a file of a set and a part of a split', [fileSent(1, 4), partSent(2, 6)], 'ready'],
  [
    'the rows of all files of a set together',
    [fileSent(1, 4), fileSent(2, 6), counted(10)],
    'received',
  ],
  ['the rows of one file of a set', [fileSent(1, 4), fileSent(2, 6), counted(6)], 'problem'],
  ['one part, and the person says all is sent', [partSent(1, 4), said('said-sent')], 'sent'],
  [
    'the rows of all parts together',
    [partSent(1, 4), partSent(2, 4), partSent(3, 2), counted(10)],
    'received',
  ],
  [
    'the rows of the last part alone',
    [partSent(1, 4), partSent(2, 4), partSent(3, 2), counted(2)],
    'problem',
  ],
  [
    'the e-mail of the first part stays with the file',
    [partSent(1, 4), email, partSent(2, 4), partSent(3, 2)],
    'confirmed by e-mail',
  ],
  ['the whole file after one of its parts', [partSent(1, 4), did('confirmed-on-page')], 'sent'],
];

describe('the status of a cell', () => {
  it.each(CASES)('%s', (_what, entries, status) => {
    expect(statusAfter(...entries)).toBe(status);
  });

  it('has all eight shown above', () => {
    const shown = new Set(CASES.map(([, , status]) => status));
    expect([...shown].toSorted()).toEqual([...CELL_STATUSES].toSorted());
  });

  it.each(CASES)('is the same where an event came twice: %s', (_what, entries) => {
    const events = log(...entries);
    const twice = standing([...events, ...events.toReversed()]).filter(isCellEvent);
    expect(cellState(twice)).toEqual(stateAfter(...entries));
  });
});

describe('what a cell shows', () => {
  it('of a sending: when, on whose word, how many rows, under which name', () => {
    expect(stateAfter(...sent).sent).toEqual({
      at: 3,
      by: 'page',
      rows: 10,
      name: 'SENR 2022-23.txt',
    });
    expect(stateAfter(...unseen, said('said-sent')).sent).toEqual({
      at: 3,
      by: 'person',
      rows: 10,
      name: 'SENR 2022-23.txt',
    });
    expect(stateAfter(said('said-sent')).sent).toEqual({ at: 1, by: 'person' });
  });

  it('of a sending again: the last one', () => {
    const again = did('confirmed-on-page', file(12), SECOND);
    expect(stateAfter(...sent, again).sent).toMatchObject({ at: 4, rows: 12 });
  });

  it('of a split: the rows of its parts together, each counted once', () => {
    const all = [partSent(1, 4), partSent(2, 4), partSent(3, 2)];
    expect(stateAfter(...all).sent?.rows).toBe(10);
    expect(stateAfter(...all, partSent(2, 4)).sent?.rows).toBe(10);
  });

  it.each([
    [10, 'equal'],
    [9, 'fewer'],
    [11, 'more'],
    [0, 'zero'],
    [null, 'not listed'],
  ])('of %s rows received of ten sent: %s', (rows, comparison) => {
    expect(stateAfter(...sent, counted(rows))).toMatchObject({
      comparison,
      counts: { at: 4, rows },
    });
  });

  it('of rows received where nothing was sent: just that', () => {
    expect(stateAfter(counted(10)).comparison).toBe('nothing sent');
  });

  it('of a count from before the sending: the count, and no comparison', () => {
    const state = stateAfter(counted(9), ...sent);
    expect(state.counts).toEqual({ at: 1, rows: 9 });
    expect(state.comparison).toBeUndefined();
  });

  it('of a doubt: when and why, until it is resolved', () => {
    expect(stateAfter(...unseen).doubt).toEqual({ at: 3, why: 'tab closed' });
    expect(stateAfter(...unseen, confirmed).doubt).toBeUndefined();
  });

  it('of files in the form: the name; not once they were submitted or taken back', () => {
    expect(stateAfter(attached).readyName).toBe('SENR 2022-23.txt');
    expect(stateAfter(...sent).readyName).toBeUndefined();
    expect(stateAfter(attached, did('taken-back')).readyName).toBeUndefined();
  });

  it('of no data and of an accepted problem: the reason given', () => {
    expect(stateAfter(noData).reason).toBe('no such program');
    expect(stateAfter(...sent, counted(9), accepted).reason).toBe('four students left');
    expect(stateAfter(noData, counted(5), accepted).reason).toBe('four students left');
  });

  it('after reopening: nothing of before', () => {
    expect(stateAfter(...sent, email, counted(9), said('reopened'))).toEqual({ status: 'missing' });
  });
});
