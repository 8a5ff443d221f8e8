import { describe, expect, it } from 'vitest';
import { factsOf } from '../support/facts.ts';
import { lines, record } from '../support/records.ts';
import { found, foundInFacts, ruleIds } from './check.ts';

const NAME = 'SENR 2022-23.txt';

describe('a file saved by a spreadsheet', () => {
  it.each([
    [',', 'commas', 'finding_separator_comma'],
    ['\t', 'tabs', 'finding_separator_tab'],
    ['|', 'pipes', 'finding_separator_pipe'],
  ])('is blocked for %j instead of carets', async (separator, kind, key) => {
    const content = lines(record('SENR'), record('SENR')).replaceAll('^', separator);
    expect(await found('spreadsheet-damage', { name: NAME, content })).toEqual([
      { ruleId: 'spreadsheet-damage', level: 'block', kind, words: [key] },
    ]);
    expect(await ruleIds(NAME, content)).toEqual(['spreadsheet-damage']);
  });

  it.each([
    [
      'separators',
      (rows: number) => ({ otherSeparators: { comma: rows }, separatedTypes: { SENR: 1 } }),
    ],
    [
      'short LEA codes',
      (rows: number) => ({ oddities: { 'short reporting LEA': { count: rows, firstLines: [1] } } }),
    ],
  ])('has the damage in more than half of its rows: %s', (_what, damage) => {
    const facts = (rows: number) => factsOf('SENR', '2022-23', { rows: 10, ...damage(rows) });
    expect(foundInFacts('spreadsheet-damage', NAME, facts(6))).toHaveLength(1);
    expect(foundInFacts('spreadsheet-damage', NAME, facts(5))).toEqual([]);
  });

  it.each(['SENR,', 'SENR-R,', '"SENR-R",'])(
    'may be one that a student information system made: %s',
    async (start) => {
      const content = lines(`${start}a,b,c`, `${start}a,b,c`);
      expect(await found('spreadsheet-damage', { name: NAME, content })).toMatchObject([
        { kind: 'commas', words: ['finding_separator_comma'] },
      ]);
    },
  );

  it('is not a file with commas that does not begin with a type', async () => {
    const content = lines('name,course,grade,term', 'a,b,c,d');
    expect(await ruleIds(NAME, content)).toEqual(['unknown-records']);
  });

  it('is named after the separator in most rows', () => {
    const facts = factsOf('SENR', '2022-23', {
      otherSeparators: { comma: 2, tab: 8 },
      separatedTypes: { SENR: 10 },
    });
    expect(foundInFacts('spreadsheet-damage', NAME, facts)).toMatchObject([{ kind: 'tabs' }]);
  });

  it.each([
    ['every record', (line: string) => `"${line}"`],
    ['every field', (line: string) => line.replaceAll(/[^^]+/g, '"$&"')],
    ['commas, too', (line: string) => `"${line}, Jr"`],
  ])('is blocked for quotes around %s', async (_what, quoted) => {
    const content = lines(quoted(record('SENR')), quoted(record('SENR')));
    expect(await found('spreadsheet-damage', { name: NAME, content })).toEqual([
      { ruleId: 'spreadsheet-damage', level: 'block', kind: 'quotes', words: ['finding_quotes'] },
    ]);
    expect(await ruleIds(NAME, content)).toEqual(['spreadsheet-damage']);
  });

  it('is recognized by a single quoted record', async () => {
    const whole = lines(...Array.from({ length: 9 }, () => record('SENR')));
    const content = whole + lines(`"${record('SENR')}"`);
    expect(await found('spreadsheet-damage', { name: NAME, content })).toMatchObject([
      { kind: 'quotes' },
    ]);
  });

  it('is blocked for LEA codes without their leading zeros', async () => {
    const content = lines(record('SENR', { lea: '199901' }), record('SENR', { lea: '199901' }));
    expect(await found('spreadsheet-damage', { name: NAME, content })).toEqual([
      {
        ruleId: 'spreadsheet-damage',
        level: 'block',
        kind: 'lost-zeros',
        words: ['finding_lost_zeros'],
      },
    ]);
    expect(await ruleIds(NAME, content)).toEqual(['spreadsheet-damage']);
  });

  it('is recognized first by its separator', async () => {
    const content = lines(`"${record('SENR', { lea: '199901' }).replaceAll('^', ',')}"`);
    expect(await found('spreadsheet-damage', { name: NAME, content })).toMatchObject([
      { kind: 'commas' },
    ]);
  });

  it.each([
    ['inside a field', 'the "Leaf" school'],
    ['around a nickname at the start of a field', '"Leaf"'],
  ])('is not a file with quotes %s', async (_where, text) => {
    const content = lines(record('SENR').replace(/\^$/, `^${text}`));
    expect(await ruleIds(NAME, content)).toEqual([]);
  });

  it('is not a file with commas inside a caret field', async () => {
    const content = lines(record('SENR').replace('9900001', 'a, b, c, d'));
    expect(await found('spreadsheet-damage', { name: NAME, content })).toEqual([]);
  });
});
