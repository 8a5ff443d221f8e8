import { describe, expect, it } from 'vitest';
import { lines, record } from '../support/records.ts';
import { found, ruleIds } from './check.ts';

const NAME = 'SENR 2022-23.txt';
const whole = lines(record('SENR'), record('SENR'));
const check = (last: string) =>
  found('truncated-last-record', { name: NAME, content: whole + last });

describe('a last record that stops early', () => {
  it.each([
    ['in its first field', 'SEN'],
    ['after its first field', 'SENR-R'],
    ['in its LEA', 'SENR-R^^^01999'],
    ['in its school year', 'SENR-R^^^0199901^9900001^^2021-'],
    ['one field early', record('SENR', { fields: 40 })],
  ])('gives a warning with its line: %s', async (_where, last) => {
    expect(await check(last)).toEqual([
      {
        ruleId: 'truncated-last-record',
        level: 'warn',
        words: ['finding_truncated_last_record', { count: 3 }],
      },
    ]);
  });

  it('is the only finding, because half a code says nothing about the file', async () => {
    const ofOthers = record('SINF', { lea: '0199902', year: '2013-2014', fields: 10 });
    expect(await ruleIds(NAME, whole + ofOthers)).toEqual(['truncated-last-record']);
  });

  it.each([
    ['a complete record without a line end', record('SENR')],
    ['a record with more fields than the others', `${record('SENR')}^`],
    ['a short record with its line end', lines(record('SENR', { fields: 36 }))],
    ['an end-of-file mark', '\x1a'],
    ['blanks', '  \t'],
    ['nothing', ''],
  ])('is not %s', async (_what, last) => {
    expect(await check(last)).toEqual([]);
  });

  it('is not the only record, because nothing says how long that should be', async () => {
    const content = record('SENR', { fields: 36 });
    expect(await ruleIds(NAME, content)).toEqual([]);
  });
});
