import { describe, expect, it } from 'vitest';
import { lines, record } from '../support/records.ts';
import { found, ruleIds } from './check.ts';

const NAME = 'SENR 2022-23.txt';

describe('a text without a CALPADS record', () => {
  it.each([
    ['prose', lines('Dear colleague,', 'here is the file.')],
    ['carets without a code', lines('a^b^c', 'd^e^f')],
    ['codes in small letters', lines(record('SENR', { first: 'senr-r' }), 'x')],
    ['a code of another kind', lines(record('SENR', { first: 'SDIS-X' }), 'x')],
    ['commas without a code', lines('Student,Course,Grade,Term', 'a,b,c,d')],
    ['tabs without a code', lines('a\tb\tc\td')],
    ['one word', 'SENR-R'],
    ['XML', lines('<?xml version="1.0"?>', '<records/>')],
  ])('is blocked: %s', async (_what, content) => {
    const rows = content.split('\r\n').filter((line) => line !== '').length;
    expect(await found('unknown-records', { name: NAME, content })).toEqual([
      {
        ruleId: 'unknown-records',
        level: 'block',
        words: ['finding_unknown_records', { count: rows }],
      },
    ]);
  });

  it.each([
    ['one record among other lines', lines('x', record('SENR'), 'y')],
    ['a look-alike', lines(record('SENR', { first: 'SENR-E' }))],
    ['an empty file', ''],
    ['a PDF', '%PDF-1.7'],
    ['commas in place of carets', lines('SENR-R,a,b,c')],
    ['another extract', lines(record('SENR', { first: 'SDEM-R' }))],
    ['wide characters', '\xff\xfex\0y\0'],
  ])('is not %s, which has its own rule', async (_what, content) => {
    expect(await ruleIds(NAME, content)).not.toContain('unknown-records');
  });
});
