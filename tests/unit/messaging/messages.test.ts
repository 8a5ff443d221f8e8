import { describe, expect, it } from 'vitest';
import { attachedFileSchema } from '../../../lib/ledger/attached-file.ts';
import { dispatch } from '../../../lib/messaging/dispatch.ts';
import { ledgerMessages } from '../../../lib/messaging/ledger-messages.ts';
import type { Asker } from '../../../lib/messaging/message-map.ts';
import type { Handlers, MessageName, SentMessage } from '../../../lib/messaging/messages.ts';
import { MESSAGES } from '../../../lib/messaging/messages.ts';
import { outcomeMessages } from '../../../lib/messaging/outcome-messages.ts';
import { settingsMessages } from '../../../lib/messaging/settings-messages.ts';
import { submissionMessages } from '../../../lib/messaging/submission-messages.ts';
import { tabMessages } from '../../../lib/messaging/tab-messages.ts';
import { tokenMessages } from '../../../lib/messaging/token-messages.ts';
import { sentFile, uuid } from '../support/attached-file.ts';
import { learned } from '../support/learned.ts';
import { MAPLE, organization, said, stamped } from '../support/ledger.ts';

const imported = stamped(said('said-sent'), 5);
const FROM_PAGE: readonly Asker[] = ['content script'];
const FROM_OWN: readonly Asker[] = ['own pages'];
const FROM_EXTENSION: readonly Asker[] = ['panel', 'own pages'];
const FROM_ALL: readonly Asker[] = ['content script', 'panel', 'own pages'];

type Example = {
  readonly [Name in MessageName]: readonly [readonly Asker[], ...SentMessage<Name>['payload'][]];
};

/** Who may send each message, and examples of its payload. */
const DOCK = { side: 'left', row: 'middle', width: 400 } as const;
const PROOF = { submission: uuid(1), clickNumber: uuid(2), thanksNumber: uuid(3) };
const EXAMPLES: Example = {
  'issue token': [FROM_PAGE, {}],
  'redeem token': [['panel'], { token: 'x' }],
  'answer awaited': [['content script'], {}],
  'learned controls': [['content script', 'own pages'], {}],
  'learn control': [FROM_PAGE, { learned: learned('description') }],
  'forget control': [FROM_OWN, { at: 5 }],
  'panel docks': [['panel'], {}],
  'keep panel dock': [['panel'], { windowSize: 'small', dock: DOCK }],
  'page state': [
    FROM_PAGE,
    { state: 'on', missing: [] },
    { state: 'off', why: 'page changed', missing: ['purpose', 'files'] },
  ],
  'read page state': [FROM_EXTENSION, {}, { tabId: 7 }],
  'open upload page': [FROM_ALL, {}],
  'open checklist': [FROM_ALL, {}, { view: 'organizations' }],
  'open check files': [FROM_ALL, {}],
  'open setup': [FROM_ALL, {}, { tab: 'districts' }],
  'submission announced': [FROM_PAGE, { ...PROOF, files: [sentFile('SENR'), sentFile('SINF')] }],
  'submission stands': [FROM_PAGE, { submission: uuid(1) }],
  'submission withdrawn': [FROM_PAGE, { submission: uuid(1) }],
  'submission clicked': [FROM_PAGE, { submissions: [uuid(1), uuid(2)] }],
  'marks found': [
    FROM_PAGE,
    { clicked: [], thanked: [] },
    { clicked: ['no id'], thanked: [uuid(3)] },
  ],
  'thanks shown': [FROM_PAGE, {}],
  'page opened': [FROM_PAGE, {}, { isReload: true }],
  'no thanks here': [FROM_PAGE, {}],
  'read outcome': [['content script', 'panel'], {}],
  'dismiss outcome': [['panel'], {}],
  'files sent anyway': [FROM_PAGE, { files: 2, rules: ['type-mismatch', 'empty-file'] }],
  'read ledger': [FROM_EXTENSION, {}],
  'read everything': [FROM_OWN, {}],
  'read organizations': [FROM_OWN, {}],
  'recall file': [
    FROM_EXTENSION,
    { contentHash: 'a'.repeat(64) },
    { contentHash: 'a'.repeat(64), reportingLea: '0199901' },
  ],
  record: [FROM_OWN, { events: [said('said-sent')] }],
  'choose organization': [FROM_OWN, { organization: uuid(1) }],
  'import events': [FROM_OWN, { events: [imported] }],
  'undo import': [FROM_OWN, { events: [uuid(1)] }],
  'erase everything': [FROM_OWN, {}],
  'dismiss notice': [FROM_OWN, {}],
};

const SENDER = { tabId: 7, isPrivate: false };
const ASKERS: readonly Asker[] = ['content script', 'panel', 'own pages'];

/** Sends a message to handlers that note what they are given. @returns the payloads they noted */
function arrive(message: unknown, by: Asker): unknown[] {
  const noted: unknown[] = [];
  const note = async (payload: unknown) => void noted.push(payload);
  const handlers = Object.fromEntries(
    Object.keys(MESSAGES).map((name) => [name, note]),
  ) as unknown as Handlers; // they give no answer, and nobody waits for one
  const answer = dispatch(handlers, message, by, SENDER);
  expect(answer === undefined).toBe(noted.length === 0);
  return noted;
}

/** From whoever may send it. */
function send(name: MessageName, payload: unknown): unknown[] {
  return arrive({ name, payload }, MESSAGES[name].from[0] ?? 'panel');
}

describe('each message', () => {
  const examples = Object.entries(EXAMPLES).map(([name, [from, ...payloads]]) => ({
    name,
    from,
    payloads,
  }));

  it.each(examples)('$name is taken from those who may send it', ({ name, from, payloads }) => {
    for (const by of ASKERS) {
      for (const payload of payloads) {
        expect(arrive({ name, payload }, by)).toEqual(from.includes(by) ? [payload] : []);
      }
    }
  });

  it('is defined in one file', () => {
    const files = [
      ledgerMessages,
      outcomeMessages,
      settingsMessages,
      submissionMessages,
      tabMessages,
      tokenMessages,
    ];
    const names = files.flatMap((file) => Object.keys(file));
    expect(new Set(names).size).toBe(names.length);
    expect(names.toSorted()).toEqual(Object.keys(MESSAGES).toSorted());
  });
});

describe('nobody answers', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a word', 'read ledger'],
    ['a list', [{ name: 'read ledger', payload: {} }]],
    ['no name', { payload: {} }],
    ['an unknown name', { name: 'delete ledger', payload: {} }],
    ['a name that every object has', { name: 'toString', payload: {} }],
    ['a name that is no word', { name: 1, payload: {} }],
    ['no payload', { name: 'read ledger' }],
  ])('%s', (_what, message) => {
    for (const by of ASKERS) expect(arrive(message, by)).toEqual([]);
  });

  const events = (...all: unknown[]) => ({ events: all });
  it.each<readonly [string, MessageName, unknown]>([
    ['no token', 'redeem token', {}],
    ['a token that is no word', 'redeem token', { token: 1 }],
    ['a token of any length', 'redeem token', { token: 'x'.repeat(65) }],
    ['a recall without a hash', 'recall file', {}],
    ['a recall of half a hash', 'recall file', { contentHash: 'abc' }],
    ['a recall of no LEA', 'recall file', { contentHash: 'a'.repeat(64), reportingLea: '199901' }],
    ['no files', 'submission announced', { ...PROOF, files: [] }],
    ['files of no submission', 'submission announced', { files: [sentFile('SENR')] }],
    ['files that are no list', 'submission announced', { ...PROOF, files: sentFile('SENR') }],
    [
      'more files than anyone sends',
      'submission announced',
      { ...PROOF, files: Array.from({ length: 201 }, () => sentFile('SENR')) },
    ],
    ['a submission that is none', 'submission stands', { submission: 'x' }],
    ['a click on nothing', 'submission clicked', { submissions: [] }],
    [
      'a click on everything',
      'submission clicked',
      { submissions: Array.from({ length: 51 }, (_, n) => uuid(n)) },
    ],
    ['marks of any length', 'marks found', { clicked: ['x'.repeat(65)], thanked: [] }],
    [
      'any number of marks',
      'marks found',
      { clicked: [], thanked: Array.from({ length: 101 }, () => 'x') },
    ],
    ['a record of nothing', 'record', {}],
    [
      'a record of any length',
      'record',
      events(...Array.from({ length: 20_001 }, () => said('reopened'))),
    ],
    ['a record of one good and one bad', 'record', events(said('said-sent'), undefined)],
    ['an unknown kind', 'record', events({ kind: 'guessed', organization: MAPLE })],
    ['no organization', 'record', events({ ...said('said-sent'), organization: undefined })],
    [
      'a reason of any length',
      'record',
      events({ ...said('reopened'), kind: 'no-data', reason: 'x'.repeat(301) }),
    ],
    ['an empty reason', 'record', events({ ...said('reopened'), kind: 'no-data', reason: ' ' })],
    ['an organization that is none', 'choose organization', { organization: 'maple' }],
    ['an import of what is no event', 'import events', events(said('said-sent'))],
    ['an import of one good and one bad', 'import events', events(imported, {})],
    ['an undo of what is no id', 'undo import', events('x')],
    ['a page that is perhaps on', 'page state', { state: 'perhaps', missing: [] }],
    ['a page that is off for a whim', 'page state', { state: 'off', why: 'x', missing: [] }],
    ['an unknown control', 'page state', { state: 'partly on', missing: ['lea'] }],
    ['a page without what is missing', 'page state', { state: 'on' }],
    ['a tab that is none', 'read page state', { tabId: -1 }],
    ['a tab that setup does not have', 'open setup', { tab: 'elsewhere' }],
    ['the end of no control', 'forget control', {}],
    ['a dock in no window', 'keep panel dock', { dock: DOCK }],
    ['a dock above', 'keep panel dock', { windowSize: 'small', dock: { ...DOCK, side: 'above' } }],
    [
      'a dock as wide as -1',
      'keep panel dock',
      { windowSize: 'small', dock: { ...DOCK, width: -1 } },
    ],
  ])('%s', (_what, name, payload) => {
    expect(send(name, payload)).toEqual([]);
  });

  it.each([
    ['an unknown type of file', { fileType: 'CENR' }],
    ['a type in small letters', { fileType: 'senr' }],
    ['a long school year', { schoolYear: '2022-2023' }],
    ['a school year that cannot be', { schoolYear: '2022-24' }],
    ['an LEA without its leading zero', { reportingLea: '199901' }],
    ['an LEA that is a number', { reportingLea: 1_999_010 }],
    ['a name of any length', { name: 'x'.repeat(81) }],
    ['half a row', { rows: 1.5 }],
    ['rows below none', { rows: -1 }],
    ['rows without end', { rows: Number.POSITIVE_INFINITY }],
    ['part none of three', { part: { number: 0, of: 3 } }],
    ['half a part', { part: { number: 1 } }],
    ['bytes that are a word', { sourceBytes: '1' }],
    ['a hash in capitals', { contentHash: 'A'.repeat(64) }],
    ['a short hash', { attachedSha256: 'b'.repeat(63) }],
    ['no hash', { contentHash: '' }],
  ])('a file with %s', (_what, change) => {
    const file = { ...sentFile('SENR'), ...change };
    expect(attachedFileSchema.safeParse(file).success).toBe(false);
    expect(send('submission announced', { ...PROOF, files: [file] })).toEqual([]);
  });
});

describe('a control that was pointed out', () => {
  const words = (length: number) => ({ in: 'label', words: 'x'.repeat(length) }) as const;
  it.each([
    ['of no kind known', { control: 'lea' }],
    ['without a word', { evidence: [] }],
    ['with an empty word', { evidence: [words(0)] }],
    ['with a whole page of words', { evidence: [words(201)] }],
    ['with words from everywhere', { evidence: Array.from({ length: 11 }, () => words(5)) }],
    ['with words from nowhere', { evidence: [{ in: 'value', words: 'x' }] }],
    ['of a kind of any length', { kind: 'x'.repeat(61) }],
    ['of a version of any length', { siteVersion: 'x'.repeat(81) }],
    ['at no time', { at: 0 }],
  ])('is refused %s', (_what, change) => {
    expect(send('learn control', { learned: { ...learned('submit'), ...change } })).toEqual([]);
  });

  it('is taken with as many words as may be', () => {
    const most = { ...learned('submit'), evidence: Array.from({ length: 10 }, () => words(200)) };
    expect(send('learn control', { learned: most })).toEqual([{ learned: most }]);
  });

  it('loses what does not belong to it, as a value would be', () => {
    const arrived = send('learn control', { learned: { ...learned('submit'), value: 'Zqxana' } });
    expect(arrived).toEqual([{ learned: learned('submit') }]);
  });
});

describe('the background drops', () => {
  it('whatever a message, a file or an event has beyond its kind', () => {
    const file = { ...sentFile('SENR'), student: 'Zqxana' };
    const event = { ...imported, student: 'Zqxana' };
    const arrived = [
      ...send('submission announced', { ...PROOF, files: [file], note: 'Zqxlee' }),
      ...send('import events', { events: [event] }),
    ];
    expect(arrived).toHaveLength(2);
    expect(JSON.stringify(arrived)).not.toMatch(/zqx/i);
  });
});

describe('an answer', () => {
  const VIEW = {
    organizations: [organization()],
    current: MAPLE,
    events: [imported],
    isReadOnly: false,
    notice: { restored: 0, lost: 0 },
    seenLea: '0199901',
  };
  const announced = { kind: 'announced' };

  it.each<readonly [string, MessageName, unknown]>([
    ['the view of a ledger', 'read ledger', VIEW],
    ['no state of a page', 'read page state', undefined],
    ['a state of a page', 'read page state', { state: 'off', why: 'page changed', missing: [] }],
    ['a change that was made', 'record', 'done'],
    ['a change that was not', 'erase everything', 'private window'],
    ['an announcement', 'submission announced', announced],
    ['one that is not recorded', 'submission announced', { kind: 'not recorded', why: 'no room' }],
    ['no dock', 'panel docks', {}],
    ['a dock', 'panel docks', { large: DOCK }],
    ['nothing', 'open setup', undefined],
  ])('can be %s', (_what, name, answer) => {
    expect(MESSAGES[name].answer.parse(answer)).toEqual(answer);
  });

  it.each<readonly [string, MessageName, unknown]>([
    ['nothing', 'read ledger', undefined],
    [
      'an event that is none',
      'read ledger',
      { ...VIEW, events: [{ ...imported, kind: 'guessed' }] },
    ],
    [
      'an organization that is none',
      'read ledger',
      { ...VIEW, organizations: [{ name: 'Maple' }] },
    ],
    ['half a notice', 'read ledger', { ...VIEW, notice: { lost: 1 } }],
    ['an LEA that is none', 'read ledger', { ...VIEW, seenLea: '199901' }],
    ['a page that is perhaps on', 'read page state', { state: 'perhaps', missing: [] }],
    ['a change that was perhaps made', 'record', 'perhaps'],
    [
      'one that is not recorded, but done',
      'submission announced',
      { kind: 'not recorded', why: 'done' },
    ],
    ['a dock nowhere', 'panel docks', { large: { side: 'left', width: 400 } }],
    ['controls that are none', 'learned controls', [{ ...learned('submit'), evidence: [] }]],
  ])('cannot be %s', (_what, name, answer) => {
    expect(MESSAGES[name].answer.safeParse(answer).success).toBe(false);
  });
});
