import { describe, expect, it } from 'vitest';
import { lines, record } from '../support/records.ts';
import { found, ruleIds } from './check.ts';

const NAME = 'SENR 2022-23.txt';

describe('a file of several types', () => {
  it('is blocked, with the types, most first, and the line where the second begins', async () => {
    const content = lines(record('SENR'), record('SENR'), record('SINF'));
    expect(await found('several-record-types', { name: NAME, content })).toEqual([
      {
        ruleId: 'several-record-types',
        level: 'block',
        words: ['finding_several_record_types', { list: ['SENR', 'SINF'] }, { count: 3 }],
      },
    ]);
  });

  it('is all that is said: years and LEAs of a mix mean nothing', async () => {
    const other = record('SINF', { year: '2013-2014', lea: '0199902' });
    expect(await ruleIds(NAME, lines(record('SENR'), other))).toEqual(['several-record-types']);
  });

  it.each(['SENR', 'SENR-E', 'CENR-R', 'SCSE-R', '1234567'])(
    'is one with ODS records and look-alikes, too: %s',
    async (first) => {
      const content = lines(record('SENR'), record('SENR', { first }));
      expect(await found('several-record-types', { name: NAME, content })).toMatchObject([
        { level: 'block', words: ['finding_other_records_too', 'SENR'] },
      ]);
    },
  );

  it('is not one of look-alikes only', async () => {
    const content = lines(record('SENR', { first: 'SENR' }), record('SINF', { first: 'SINF' }));
    expect(await found('several-record-types', { name: NAME, content })).toEqual([]);
  });

  it('is not one of a single type', async () => {
    const content = lines(record('SENR'), record('SENR'));
    expect(await found('several-record-types', { name: NAME, content })).toEqual([]);
  });
});
