import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../../lib/rules/check-files.ts';
import { factsOf, textOf } from '../support/facts.ts';
import { lines, record } from '../support/records.ts';
import { findingsOf, ruleIds } from './check.ts';

const good = lines(record('SENR'), record('SENR'));

describe('a check', () => {
  it.each([
    ['type first', 'SENR 2022-23.txt'],
    ['year first', '2022-23 SENR.txt'],
  ])('finds nothing in a good file named %s', async (_what, name) => {
    expect(await ruleIds(name, good)).toEqual([]);
  });

  it('finds nothing in the seven good files of a year', async () => {
    const types = ['CRSC', 'SCSC', 'SCTE', 'SELA', 'SENR', 'SINF', 'SPRG'] as const;
    const files = types.map((type) => ({
      name: `${type} 2022-23.txt`,
      content: lines(record(type)),
    }));
    expect((await findingsOf(...files)).flat()).toEqual([]);
  });

  it('gives the most severe finding first', () => {
    const [result] = checkFiles([
      {
        id: 'a',
        name: 'senr 2022-23.txt',
        inspection: textOf('SENR', '2022-23', { schoolYears: { '2022-23': 9, '2021-22': 1 } }),
      },
    ]);
    expect(result?.findings.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['name-not-exact', 'block'],
      ['school-year-mismatch', 'warn'],
    ]);
  });

  it('finds everything that is wrong with a file, not only the first problem', async () => {
    const mixed = lines(record('SCSC', { year: '2021-2022' }), record('SCSC'));
    expect(await ruleIds('scsc 2022-23.csv', mixed)).toEqual([
      'school-year-mismatch',
      'wrong-extension',
      'name-not-exact',
    ]);
  });

  it('does not let one file hide what is wrong with another', () => {
    const results = checkFiles([
      { id: 'a', name: 'a.txt', inspection: { kind: 'unreadable', reason: 'gone' } },
      { id: 'b', name: 'SENR 2022-23.txt', inspection: textOf('SENR', '2022-23') },
      {
        id: 'c',
        name: 'SENR 2022-23.txt',
        inspection: textOf('SINF', '2022-23', { fieldCounts: { 44: 10 } }),
      },
    ]);
    expect(results.map(({ findings }) => findings.map(({ ruleId }) => ruleId))).toEqual([
      ['unreadable-file'],
      [],
      ['type-mismatch'],
    ]);
  });

  it('gives the cause that blocks a file, and leaves out findings that it makes meaningless', async () => {
    // A spreadsheet saved it, and half of it is another type, from another year and another LEA.
    const other = record('SINF', { year: '2013-2014', lea: '199902' });
    const damaged = lines(`"${record('SENR', { lea: '199901' })}"`, other, other);
    expect(await ruleIds('SENR 2022-23.txt', damaged)).toEqual(['spreadsheet-damage']);
  });

  it('continues after a warning about the file itself', async () => {
    const upload = lines(record('SCSC', { first: 'SCSC', year: '2013-2014' }));
    expect(await ruleIds('SCSC 2022-23.txt', upload)).toEqual([
      'school-year-mismatch',
      'look-alike',
    ]);
  });

  it('still finds what is wrong with the name and with the choice', async () => {
    const name = 'senr 2022-23.csv';
    const content = lines(`"${record('SENR')}"`);
    const [first, second] = await findingsOf({ name, content }, { name, content });
    expect(first?.map(({ ruleId }) => ruleId)).toEqual([
      'spreadsheet-damage',
      'wrong-extension',
      'name-not-exact',
    ]);
    expect(second?.map(({ ruleId }) => ruleId)).toEqual([
      'spreadsheet-damage',
      'same-file-twice',
      'wrong-extension',
      'name-not-exact',
    ]);
  });

  it('gives warnings after blocking findings, whatever they are about', async () => {
    const leas = lines(record('SENR'), record('SENR', { lea: '0199902', fields: 36 }));
    expect(await ruleIds('senr 2022-23.txt', leas)).toEqual([
      'name-not-exact',
      'several-leas',
      'field-count',
    ]);
  });

  it('returns the files in the order of the choice', () => {
    const ids = ['c', 'a', 'b'];
    const results = checkFiles(
      ids.map((id) => ({ id, name: `${id}.txt`, inspection: textOf('SENR', '2022-23') })),
    );
    expect(results.map(({ file }) => file.id)).toEqual(ids);
  });
});

describe('the label of a file', () => {
  const labelOf = (name: string, other = {}, chosenYear?: '2020-21') => {
    const inspection = textOf('SENR', '2022-23', other);
    const [result] = checkFiles([{ id: 'a', name, inspection, ...(chosenYear && { chosenYear }) }]);
    return result?.file.label;
  };
  const both = { schoolYears: { '2021-22': 5, '2022-23': 5 } };

  it('has the type that the records prove, whatever the name says', () => {
    expect(labelOf('SINF 2022-23.txt')?.fileType).toBe('SENR');
    expect(labelOf('download.txt')?.fileType).toBe('SENR');
  });

  it("takes the person's year first", () => {
    expect(labelOf('download.txt', both, '2020-21')?.schoolYear).toBe('2020-21');
    expect(labelOf('SENR 2021-22.txt', both, '2020-21')?.schoolYear).toBe('2020-21');
  });

  it('takes the year of an exact name, even against the records', () => {
    expect(labelOf('SENR 2021-22.txt')?.schoolYear).toBe('2021-22');
  });

  it('takes the only year of the records before one in a name that is not exact', () => {
    expect(labelOf('senr 2021-22.txt')?.schoolYear).toBe('2022-23');
    expect(labelOf('SENR 10-11.txt')?.schoolYear).toBe('2022-23');
  });

  it('takes the year of a name before records that do not all have one', () => {
    const oddities = { 'no school year': { count: 1, firstLines: [1] } };
    expect(labelOf('senr 2021-22.txt', { oddities })?.schoolYear).toBe('2021-22');
    expect(labelOf('SENR 10-11.txt', { oddities })?.schoolYear).toBe('2022-23');
  });

  it('takes the year of a name if the records have several, but no guess', () => {
    expect(labelOf('senr 2021-22.txt', both)?.schoolYear).toBe('2021-22');
    expect(labelOf('SENR 10-11.txt', both)).toBeUndefined();
  });

  it('takes the only year of the records if nobody gives one', () => {
    expect(labelOf('download.txt')?.schoolYear).toBe('2022-23');
  });

  it('is unknown if the records are from several years and nobody says which', () => {
    expect(labelOf('download.txt', both)).toBeUndefined();
  });

  it('is unknown if the records have two types', () => {
    expect(labelOf('SENR 2022-23.txt', { odsRecords: { SENR: 5, SINF: 5 } })).toBeUndefined();
  });

  it('is unknown for an archive with several texts, even if both were inspected', () => {
    const entries = ['a.txt', 'b.txt'].map((name) => ({ name, facts: factsOf('SENR', '2022-23') }));
    const facts = factsOf('SENR', '2022-23', { container: 'zip' });
    const inspection = { kind: 'archive', facts, archive: { entries } } as const;
    const [result] = checkFiles([{ id: 'a', name: 'SENR 2022-23.zip', inspection }]);
    expect(result?.file).not.toHaveProperty('label');
    expect(result?.file).not.toHaveProperty('records');
  });

  it('keeps the word order of an exact name, and is type first otherwise', () => {
    expect(labelOf('2022-23 SENR.txt')?.order).toBe('year first');
    expect(labelOf('2022-23_SENR.txt')?.order).toBe('type first');
  });
});
