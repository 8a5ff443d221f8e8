import { describe, expect, it } from 'vitest';
import { FILE_TYPES } from '../../../lib/calpads/file-types.ts';
import { RECORD_LAYOUTS } from '../../../lib/calpads/record-layouts.ts';
import { factsOf } from '../support/facts.ts';
import { lines, record } from '../support/records.ts';
import { found, foundInFacts, ruleIds } from './check.ts';

const NAME = 'SENR 2022-23.txt';
const of = (...counts: readonly number[]) =>
  lines(...counts.map((fields) => record('SENR', { fields })));

describe('the number of fields', () => {
  const known = FILE_TYPES.flatMap((type) =>
    RECORD_LAYOUTS[type].knownFieldCounts.map((fields) => [type, fields] as const),
  );
  it.each(known)('in %s may be %i', async (type, fields) => {
    const content = lines(record(type, { fields }), record(type, { fields }));
    expect(await ruleIds(`${type} 2022-23.txt`, content)).toEqual([]);
  });

  it('gives a warning with the known numbers if no layout has it', async () => {
    expect(await found('field-count', { name: NAME, content: of(40, 40) })).toEqual([
      {
        ruleId: 'field-count',
        level: 'warn',
        kind: 'unknown',
        words: [
          'finding_field_count_unknown',
          { list: ['40'] },
          'SENR',
          { list: ['35', '36', '37', '41'] },
        ],
      },
    ]);
  });

  it('may be the same in the records of every school year', async () => {
    for (const type of FILE_TYPES) {
      for (const fields of RECORD_LAYOUTS[type].knownFieldCounts) {
        const content = lines(record(type, { fields, year: '2018-2019' }));
        expect(await ruleIds(`${type} 2018-19.txt`, content)).toEqual([]);
      }
    }
  });

  it('gives a warning with the counts, most frequent first, if it varies', async () => {
    expect(await found('field-count', { name: NAME, content: of(36, 41, 41) })).toEqual([
      {
        ruleId: 'field-count',
        level: 'warn',
        kind: 'varies',
        words: ['finding_field_count_varies', { list: ['41', '36'] }],
      },
    ]);
  });

  it('lists at most five counts', () => {
    const fieldCounts = { 35: 6, 36: 5, 37: 4, 38: 3, 39: 2, 41: 1 };
    const facts = factsOf('SENR', '2022-23', { fieldCounts });
    const [finding] = foundInFacts('field-count', NAME, facts);
    expect(finding?.words).toEqual([
      'finding_field_count_varies',
      { list: ['35', '36', '37', '38', '39'] },
    ]);
  });

  it('never stops a file', async () => {
    for (const content of [of(2), of(300), of(7, 41)]) {
      expect(await found('field-count', { name: NAME, content })).toMatchObject([
        { level: 'warn' },
      ]);
    }
  });

  it('ignores a last record that was cut off', async () => {
    const content = `${of(41, 41)}${record('SENR', { fields: 20 })}`;
    expect(await found('field-count', { name: NAME, content })).toEqual([]);
  });

  it("is not checked in a student system's upload file", async () => {
    const content = lines(record('SENR', { first: 'SENR', fields: 39 }));
    expect(await found('field-count', { name: NAME, content })).toEqual([]);
  });
});
