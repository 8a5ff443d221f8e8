import { describe, expect, it } from 'vitest';
import { FILE_TYPES } from '../../../lib/calpads/file-types.ts';
import { checklistOf } from '../../../lib/ledger/checklist.ts';
import type { LedgerEvent, NewEvent } from '../../../lib/ledger/events.ts';
import { isoDay, nextStepOf } from '../../../lib/ledger/next-step.ts';
import type { Organization } from '../../../lib/requirements/organization.ts';
import { sentFile, uuid } from '../support/attached-file.ts';
import {
  because,
  counted,
  did,
  doubted,
  MAPLE,
  organization,
  said,
  stamped,
} from '../support/ledger.ts';

/** Monday, at noon where the test runs. */
const MONDAY = new Date(2023, 9, 23, 12).getTime();
const DAY = 86_400_000;

/** Events of that Monday, a second apart; `laterBy` days later where they say so. */
function stepAfter(
  whose: Organization | undefined,
  entries: readonly NewEvent[],
  today = '2023-10-24',
) {
  const events = entries.map(
    (entry, place): LedgerEvent => ({ ...stamped(entry, place + 1), at: MONDAY + place * 1000 }),
  );
  return nextStepOf(whose, checklistOf(whose, events), today);
}

const allSent = FILE_TYPES.map((type) => did('confirmed-on-page', sentFile(type)));
const allEmails = FILE_TYPES.map((type) => said('email-confirmed', type));
const allCounts = FILE_TYPES.map((type) => counted(10, type));
const asked: NewEvent = { kind: 'asked', organization: MAPLE, schoolYears: ['2022-23'] };
const allButSenr = allSent.filter((_, place) => FILE_TYPES[place] !== 'SENR');
const SENR = { fileType: 'SENR', schoolYear: '2022-23' };
const district = (n: number, done: Organization['districts'][number]['done'] = []) => ({
  id: uuid(n),
  name: `District ${n}`,
  contact: '',
  done,
});
const rocp = (...districts: Organization['districts']) =>
  organization({ kind: 'ROC/P', districts });

describe('the next step', () => {
  it.each([
    ['before anything is set up', undefined, [], { kind: 'set up' }],
    ['without rounds', organization({ rounds: [] }), [], { kind: 'choose rounds' }],
    [
      'with one part of three sent',
      organization(),
      [did('confirmed-on-page', sentFile('SENR', '2022-23', { part: { number: 1, of: 3 } }))],
      { kind: 'send part', fileType: 'SENR', schoolYear: '2022-23', part: 2, of: 3, isFile: false },
    ],
    [
      'with the second part of three on the page',
      organization(),
      [
        did('confirmed-on-page', sentFile('SENR', '2022-23', { part: { number: 1, of: 3 } })),
        did('attached', sentFile('SENR', '2022-23', { part: { number: 2, of: 3 } }), uuid(77)),
      ],
      { kind: 'finish submission', files: 1 },
    ],
    [
      'with nothing sent',
      organization(),
      [],
      { kind: 'send', fileType: 'CRSC', schoolYear: '2022-23', files: 7 },
    ],
    ['with one file missing', organization(), allButSenr, { kind: 'send', ...SENR, files: 1 }],
    [
      'with files in the form',
      organization(),
      [did('attached'), did('attached', sentFile('SINF'))],
      { kind: 'finish submission', files: 2 },
    ],
    [
      'with a problem, before what is missing',
      organization(),
      [did('confirmed-on-page'), counted(9)],
      { kind: 'look at problem', ...SENR, files: 1 },
    ],
    [
      'with several problems, from the first one on',
      organization(),
      [
        did('confirmed-on-page'),
        counted(9),
        did('confirmed-on-page', sentFile('SINF')),
        counted(9, 'SINF'),
      ],
      { kind: 'look at problem', ...SENR, files: 2 },
    ],
    [
      'with a doubt, before everything',
      organization(),
      [counted(0, 'CRSC'), said('said-sent', 'CRSC'), counted(0, 'CRSC'), doubted()],
      { kind: 'say whether sent', ...SENR, files: 1 },
    ],
    ['with all sent just now', organization(), allSent, { kind: 'ask for counts', files: 7 }],
    [
      'with all confirmed by e-mail',
      organization(),
      [...allSent, ...allEmails],
      { kind: 'ask for counts', files: 7 },
    ],
    ['with the help desk asked', organization(), [...allSent, asked], { kind: 'paste reply' }],
    [
      'with a file sent after the help desk was asked',
      organization(),
      [...allButSenr, asked, did('confirmed-on-page')],
      { kind: 'ask for counts', files: 7 },
    ],
    [
      'with one counted already, and one that has no data',
      organization(),
      [...allButSenr, counted(10, 'CRSC'), because('no-data', 'none')],
      { kind: 'ask for counts', files: 6 },
    ],
    ['with all received', organization(), [...allSent, ...allCounts], { kind: 'done' }],
    [
      'with all received but one that has no data',
      organization(),
      [
        ...allButSenr,
        because('no-data', 'none'),
        ...allCounts.filter((_, at) => FILE_TYPES[at] !== 'SENR'),
      ],
      { kind: 'done' },
    ],
    ['of a ROC/P without districts', rocp(), [], { kind: 'follow up districts', open: 0 }],
    [
      'of a ROC/P with districts that have not uploaded',
      rocp(district(1, ['uploaded']), district(2, ['MOU']), district(3)),
      [],
      { kind: 'follow up districts', open: 2 },
    ],
    [
      'of a ROC/P whose districts have all uploaded',
      rocp(district(1, ['uploaded'])),
      [],
      { kind: 'done' },
    ],
  ])('%s', (_what, whose, entries, step) => {
    expect(stepAfter(whose, entries)).toEqual(step);
  });

  it.each([
    ['2023-10-25', 'ask for counts'],
    ['2023-10-26', 'no e-mail yet'],
    ['2023-11-20', 'no e-mail yet'],
  ])('on %s without an e-mail since Monday the 23rd', (today, kind) => {
    expect(stepAfter(organization(), allSent, today).kind).toBe(kind);
  });

  it('counts the files that wait for their e-mail', () => {
    const some = [...allSent, ...allEmails.slice(0, 5)];
    expect(stepAfter(organization(), some, '2023-10-30')).toEqual({
      kind: 'no e-mail yet',
      files: 2,
      days: 3,
    });
  });

  it('waits for no e-mail once the help desk was asked', () => {
    expect(stepAfter(organization(), [...allSent, asked], '2023-11-20').kind).toBe('paste reply');
  });
});

describe('isoDay', () => {
  it('is the day where the person is, not in Greenwich', () => {
    expect(isoDay(new Date(2023, 9, 31, 23, 59).getTime())).toBe('2023-10-31');
    expect(isoDay(new Date(2023, 10, 1, 0, 0).getTime())).toBe('2023-11-01');
    expect(isoDay(MONDAY + DAY)).toBe('2023-10-24');
  });
});
