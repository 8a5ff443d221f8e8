import { describe, expect, it } from 'vitest';
import { LONGEST_RECORD_BYTES } from '../../../lib/inspection/record-scanner.ts';
import { lines, record } from '../support/records.ts';
import { found, ruleIds } from './check.ts';

const NAME = 'SENR 2022-23.txt';
const good = record('SENR');
/** A record with this many bytes, because of a long last field. */
const long = (bytes: number) => good.padEnd(bytes, 'x');

describe('a record longer than 64 KiB', () => {
  it.each([
    ['by one byte', lines(good, long(LONGEST_RECORD_BYTES + 1), good), 2],
    ['the first of all', lines(long(200_000), good), 1],
    ['the last, without a line end', lines(good, good) + long(70_000), 3],
    ['a whole file without line ends', `${good} `.repeat(1000), 1],
  ])('is blocked, with its line: %s', async (_what, content, line) => {
    expect(await found('over-long-record', { name: NAME, content })).toEqual([
      {
        ruleId: 'over-long-record',
        level: 'block',
        words: ['finding_over_long_record', { count: line }],
      },
    ]);
    expect(await ruleIds(NAME, content)).toEqual(['over-long-record']);
  });

  it('is not a record of exactly 64 KiB', async () => {
    const content = lines(good, long(LONGEST_RECORD_BYTES));
    expect(await ruleIds(NAME, content)).toEqual([]);
  });
});
