import { describe, expect, it } from 'vitest';
import { lines, record } from '../support/records.ts';
import { found, ruleIds } from './check.ts';

const NAME = 'SENR 2022-23.txt';

describe('a file with several types', () => {
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

  it('has only this finding, because the years and LEAs in a mix mean nothing', async () => {
    const other = record('SINF', { year: '2013-2014', lea: '0199902' });
    expect(await ruleIds(NAME, lines(record('SENR'), other))).toEqual(['several-record-types']);
  });

  it.each(['SENR', 'SENR-E', 'CENR-R', 'SCSE-R'])(
    'may be a file with ODS records and look-alikes: %s',
    async (first) => {
      const content = lines(record('SENR'), record('SENR', { first }));
      expect(await found('several-record-types', { name: NAME, content })).toMatchObject([
        { level: 'block', words: ['finding_other_records_too', 'SENR'] },
      ]);
    },
  );

  it('is not a file with broken records, whose second half may begin with seven digits', async () => {
    const content = lines(record('SENR'), record('SENR', { first: '1234567' }));
    expect(await ruleIds(NAME, content)).toEqual(['foreign-lines']);
  });

  it('is not a file with only look-alikes', async () => {
    const content = lines(record('SENR', { first: 'SENR' }), record('SINF', { first: 'SINF' }));
    expect(await found('several-record-types', { name: NAME, content })).toEqual([]);
  });

  it('is not a file with a single type', async () => {
    const content = lines(record('SENR'), record('SENR'));
    expect(await found('several-record-types', { name: NAME, content })).toEqual([]);
  });
});
