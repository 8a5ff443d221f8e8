import { describe, expect, it } from 'vitest';
import { attachedFileSchema } from '../../../lib/ledger/attached-file.ts';
import type { ToBackground } from '../../../lib/messaging/to-background.ts';
import {
  isForPagesOnly,
  recordMessage,
  toBackground,
} from '../../../lib/messaging/to-background.ts';
import { sentFile, uuid } from '../support/attached-file.ts';
import { learned } from '../support/learned.ts';
import { said, stamped } from '../support/ledger.ts';

const attached = (files: readonly unknown[], how: unknown = 'instead') => ({
  type: 'files attached',
  how,
  files,
});
const recall = (other: object = {}) => ({
  type: 'recall file',
  contentHash: 'a'.repeat(64),
  ...other,
});
const imported = stamped(said('said-sent'), 5);

/** From the content script and the panel in the site's tabs. */
const FROM_ANYWHERE = [
  { type: 'issue token' },
  { type: 'redeem token', token: 'x' },
  recall(),
  recall({ reportingLea: '0199901' }),
  attached([sentFile('SENR')]),
  attached([], 'also'),
  { type: 'files taken back' },
  { type: 'files sent anyway', files: 2, rules: ['type-mismatch', 'empty-file'] },
  { type: 'page opened' },
  { type: 'submit clicked' },
  { type: 'thank-you shown' },
  { type: 'no thank-you here' },
  { type: 'page state', state: 'on', missing: [] },
  { type: 'page state', state: 'off', why: 'page changed', missing: ['purpose', 'files'] },
  { type: 'learned controls' },
  { type: 'learn control', learned: learned('description') },
  { type: 'open upload page' },
  { type: 'open checklist' },
  { type: 'open check files' },
  { type: 'open setup' },
];

const FROM_OWN_PAGES = [
  { type: 'read ledger' },
  { type: 'read everything' },
  { type: 'record', events: [said('said-sent')] },
  { type: 'choose organization', organization: uuid(1) },
  { type: 'import events', events: [imported] },
  { type: 'undo import', events: [uuid(1)] },
  { type: 'erase everything' },
  { type: 'dismiss notice' },
  { type: 'read page state', tabId: 7 },
  { type: 'forget control', at: 5 },
];

describe('the background takes', () => {
  it.each([...FROM_ANYWHERE, ...FROM_OWN_PAGES])('$type', (message) => {
    expect(toBackground.parse(message)).toEqual(message);
  });

  it('no other message than these', () => {
    const known = toBackground.options.map(({ shape }) => shape.type.value);
    const shown = [...FROM_ANYWHERE, ...FROM_OWN_PAGES].map(({ type }) => type);
    expect(known.toSorted()).toEqual([...new Set(shown)].toSorted());
  });

  it('what changes the ledger on the person’s word from its own pages only', () => {
    const forPages = (message: object) => isForPagesOnly(message as ToBackground);
    expect(FROM_OWN_PAGES.every(forPages)).toBe(true);
    expect(FROM_ANYWHERE.some(forPages)).toBe(false);
  });
});

describe('the background refuses', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a word', 'read ledger'],
    ['a list', [{ type: 'read ledger' }]],
    ['no type', {}],
    ['an unknown type', { type: 'delete ledger' }],
    ['a type that is no word', { type: 1 }],
    ['no token', { type: 'redeem token' }],
    ['a token that is no word', { type: 'redeem token', token: 1 }],
    ['a token of any length', { type: 'redeem token', token: 'x'.repeat(65) }],
    ['a recall without a hash', { type: 'recall file' }],
    ['a recall of half a hash', recall({ contentHash: 'abc' })],
    ['a recall of an LEA that is none', recall({ reportingLea: '199901' })],
    ['files that are no list', { type: 'files attached', how: 'also', files: sentFile('SENR') }],
    ['an unknown way to attach', attached([], 'twice')],
    ['more files than anyone sends', attached(Array.from({ length: 201 }, () => sentFile('SENR')))],
    ['a record of nothing', { type: 'record' }],
    ['a record of any length', { type: 'record', events: Array.from({ length: 2001 }, () => 1) }],
    ['an organization that is none', { type: 'choose organization', organization: 'maple' }],
    ['an import of what is no event', { type: 'import events', events: [said('said-sent')] }],
    ['an import of one good and one bad', { type: 'import events', events: [imported, {}] }],
    ['an undo of what is no id', { type: 'undo import', events: ['x'] }],
    ['a page that is perhaps on', { type: 'page state', state: 'perhaps', missing: [] }],
    ['a page that is off for a whim', { type: 'page state', state: 'off', why: 'x', missing: [] }],
    ['an unknown control', { type: 'page state', state: 'partly on', missing: ['lea'] }],
    ['a page without what is missing', { type: 'page state', state: 'on' }],
    ['a tab that is none', { type: 'read page state', tabId: -1 }],
    ['the end of no control', { type: 'forget control' }],
  ])('%s', (_what, message) => {
    expect(toBackground.safeParse(message).success).toBe(false);
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
    expect(toBackground.safeParse(attached([file])).success).toBe(false);
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
    const message = { type: 'learn control', learned: { ...learned('submit'), ...change } };
    expect(toBackground.safeParse(message).success).toBe(false);
  });

  it('is taken with as many words as may be', () => {
    const most = { ...learned('submit'), evidence: Array.from({ length: 10 }, () => words(200)) };
    const message = { type: 'learn control', learned: most };
    expect(toBackground.parse(message)).toEqual(message);
  });

  it('loses what does not belong to it, as a value would be', () => {
    const message = { type: 'learn control', learned: { ...learned('submit'), value: 'Zqxana' } };
    expect(JSON.stringify(toBackground.parse(message))).not.toMatch(/zqx/i);
  });
});

describe('the background drops', () => {
  it('what a message, a file or an event has beyond its kind', () => {
    const file = { ...sentFile('SENR'), student: 'Zqxana' };
    const message = { ...attached([file]), note: 'Zqxlee' };
    const event = { ...imported, student: 'Zqxana' };
    const all = [message, { type: 'import events', events: [event] }];
    for (const one of all) expect(JSON.stringify(toBackground.parse(one))).not.toMatch(/zqx/i);
  });
});

describe('recordMessage', () => {
  it('hands on what the person says', () => {
    const events = [said('said-sent')];
    expect(recordMessage(events)).toEqual({ type: 'record', events });
  });
});
