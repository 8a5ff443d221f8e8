import { describe, expect, it } from 'vitest';
import {
  schoolYearSchema,
  sentFileSchema,
  toBackground,
} from '../../../lib/messaging/to-background.ts';
import { sentFile } from '../support/sent-file.ts';

const attached = (files: readonly unknown[], how: unknown = 'instead') => ({
  type: 'files attached',
  how,
  files,
});

describe('the background takes', () => {
  it.each([
    { type: 'issue token' },
    { type: 'redeem token', token: 'x' },
    attached([sentFile('SENR')]),
    attached([], 'also'),
    { type: 'files taken back' },
    { type: 'page opened' },
    { type: 'submit clicked' },
    { type: 'thank-you shown' },
    { type: 'read ledger' },
    { type: 'open upload page' },
    { type: 'open checklist' },
    { type: 'open check files' },
  ])('$type', (message) => {
    expect(toBackground.parse(message)).toEqual(message);
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
    ['files that are no list', { type: 'files attached', how: 'also', files: sentFile('SENR') }],
    ['an unknown way to attach', attached([], 'twice')],
    ['more files than anyone sends', attached(Array.from({ length: 201 }, () => sentFile('SENR')))],
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
    ['bytes that are a word', { sourceBytes: '1' }],
    ['a hash in capitals', { contentHash: 'A'.repeat(64) }],
    ['a short hash', { attachedSha256: 'b'.repeat(63) }],
    ['no hash', { contentHash: '' }],
  ])('a file with %s', (_what, change) => {
    const file = { ...sentFile('SENR'), ...change };
    expect(sentFileSchema.safeParse(file).success).toBe(false);
    expect(toBackground.safeParse(attached([file])).success).toBe(false);
  });
});

describe('the background drops', () => {
  it('what a message or a file has beyond its kind', () => {
    const file = { ...sentFile('SENR'), student: 'Zqxana' };
    const message = { ...attached([file]), note: 'Zqxlee' };
    expect(JSON.stringify(toBackground.parse(message))).not.toMatch(/zqx/i);
  });
});

describe('schoolYearSchema', () => {
  it('takes the one form in which years are kept', () => {
    expect(schoolYearSchema.safeParse('2022-23').success).toBe(true);
    for (const other of ['2022-2023', '20222023', '2022-24', '', 2022, null]) {
      expect(schoolYearSchema.safeParse(other).success).toBe(false);
    }
  });
});
