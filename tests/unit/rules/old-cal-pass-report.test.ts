import { describe, expect, it } from 'vitest';
import { lines, record } from '../support/records.ts';
import { found, ruleIds } from './check.ts';

const content = lines('68130,9900001,a,b', '68130,9900001,c,d');

describe('the old "Cal-PASS" report of a student information system', () => {
  it.each(['S68130K.txt', 'C68130K.txt', 'A68130K.txt', 's68130k.TXT', 'S68130K (1).txt'])(
    'is named: %s',
    async (name) => {
      expect(await found('old-cal-pass-report', { name, content })).toEqual([
        {
          ruleId: 'old-cal-pass-report',
          level: 'block',
          words: ['finding_old_cal_pass_report', { count: 2 }],
        },
      ]);
      expect(await ruleIds(name, content)).toContain('name-not-exact');
      expect(await ruleIds(name, content)).not.toContain('unknown-records');
    },
  );

  it.each([
    ['an extract with such a name', 'C68130K.txt', lines(record('SENR'))],
    ['an extract that a spreadsheet saved', 'C68130K.txt', lines('SENR-R,a,b,c')],
    ['another text with such a name', 'C68130K.txt', lines('a letter', 'a,b,c,d', 'its end')],
    ['another file with commas', 'SENR 2022-23.txt', content],
    ['a name that only begins like it', 'S68130K1.txt', content],
    ['a name that only ends like it', 'XS68130K.txt', content],
    ['an empty file', 'S68130K.txt', ''],
  ])('is not %s', async (_what, name, bytes) => {
    expect(await found('old-cal-pass-report', { name, content: bytes })).toEqual([]);
  });
});
