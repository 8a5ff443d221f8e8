import { describe, expect, it } from 'vitest';
import { leftUnfinished } from '../../../lib/background/left-unfinished.ts';
import type { NewEvent } from '../../../lib/ledger/events.ts';
import { sentFile, uuid } from '../support/attached-file.ts';
import { CEDAR, did, doubted, log, said, withdrawn } from '../support/ledger.ts';

const SENR = { file: sentFile('SENR') };

describe('what the end of the browser left unfinished', () => {
  const other = sentFile('SINF');
  const open = (kind: 'taken-back', file = SENR.file): NewEvent => did(kind, file);
  const doubt = (file = SENR.file) => ({ ...doubted(file), why: 'tab closed' });

  it.each<readonly [string, readonly NewEvent[], readonly unknown[]]>([
    ['nothing', [], []],
    ['files in a form are taken back', [did('attached')], [open('taken-back')]],
    ['a click without an answer is in doubt', [did('attached'), did('submitted')], [doubt()]],
    [
      'what was confirmed is finished',
      [did('attached'), did('submitted'), did('confirmed-on-page')],
      [],
    ],
    ['what was taken back is finished', [did('attached'), did('taken-back')], []],
    ['what is in doubt already is finished', [did('attached'), did('submitted'), doubted()], []],
    [
      'each file by itself',
      [
        did('attached'),
        did('attached', other),
        did('submitted'),
        did('submitted', other),
        did('confirmed-on-page'),
      ],
      [doubt(other)],
    ],
    [
      'each submission by itself',
      [did('attached'), did('taken-back'), did('attached', SENR.file, uuid(2))],
      [did('taken-back', SENR.file, uuid(2))],
    ],
    [
      'each organization by itself',
      [did('attached'), { ...did('attached'), organization: CEDAR } as NewEvent, did('taken-back')],
      [{ ...did('taken-back'), organization: CEDAR }],
    ],
    ['what was withdrawn is not there', [did('attached'), withdrawn(1)], []],
    ['what people say is no submission', [said('said-sent'), said('email-confirmed')], []],
  ])('%s', (_what, entries, unfinished) => {
    expect(leftUnfinished(log(...entries))).toEqual(unfinished);
  });

  it('is finished by what is then recorded', () => {
    const before = [did('attached'), did('submitted'), did('attached', other)];
    const after = leftUnfinished(log(...before));
    expect(after).toHaveLength(2);
    expect(leftUnfinished(log(...before, ...after))).toEqual([]);
  });
});
