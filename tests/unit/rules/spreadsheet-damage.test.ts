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

  it('has another separator in more than half of its lines', () => {
    const facts = (commas: number) =>
      factsOf('SENR', '2022-23', {
        rows: 10 - commas,
        foreignLines: { 'other separator': { count: commas, firstLines: [1] } },
        otherSeparators: { comma: commas },
        separatedTypes: { SENR: 1 },
      });
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

  it.each([
    ['plain', lines('name,course,grade,term', 'a,b,c,d')],
    ['quoted', lines('"name","course","grade","term"', '"a","b","c","d"')],
  ])(
    'is not a file with %s fields between commas, and no type at its start',
    async (_, content) => {
      expect(await ruleIds(NAME, content)).toEqual(['unknown-records']);
    },
  );

  it('is named after the separator in most rows', () => {
    const facts = factsOf('SENR', '2022-23', {
      rows: 0,
      foreignLines: { 'other separator': { count: 10, firstLines: [1] } },
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
      {
        ruleId: 'spreadsheet-damage',
        level: 'block',
        kind: 'quotes',
        words: ['finding_quotes', { count: 2 }, { list: ['1', '2'] }],
      },
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
        words: ['finding_lost_zeros', { count: 2 }, { list: ['1', '2'] }],
      },
    ]);
    expect(await ruleIds(NAME, content)).toEqual(['spreadsheet-damage']);
  });

  const damagedLine = (position: number, value: string) =>
    record('SENR')
      .split('^')
      .with(position - 1, value)
      .join('^');

  it.each([
    ['lost-zeros', 'finding_lost_zeros', damagedLine(4, '199901')],
    ['lost-zeros-school', 'finding_lost_zeros_school', damagedLine(5, '1')],
    ['ssid-as-number', 'finding_ssid_as_number', damagedLine(8, '1.23457E+09')],
    ['dates', 'finding_dates_with_slashes', damagedLine(17, '8/15/2023')],
  ] as const)('is blocked for one record with %s, with its line', async (kind, key, bad) => {
    const good = Array.from({ length: 99 }, () => record('SENR'));
    expect(await found('spreadsheet-damage', { name: NAME, content: lines(...good, bad) })).toEqual(
      [
        {
          ruleId: 'spreadsheet-damage',
          level: 'block',
          kind,
          words: [key, { count: 1 }, { list: ['100'] }],
        },
      ],
    );
    expect(await ruleIds(NAME, lines(...good, bad))).toEqual(['spreadsheet-damage']);
  });

  it('names the first ten lines, and counts them all', async () => {
    const content = lines(...Array.from({ length: 30 }, () => damagedLine(8, '1.23457E+09')));
    const [finding] = await found('spreadsheet-damage', { name: NAME, content });
    const list = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'];
    expect(finding?.words).toEqual(['finding_ssid_as_number', { count: 30 }, { list }]);
  });

  it('may have quotes around fields in a few records, which is a warning', async () => {
    const bad = damagedLine(10, '"Zqx"^"Zqxelm"').split('^').slice(0, -1).join('^');
    const good = (count: number) => Array.from({ length: count }, () => record('SENR'));
    const levelsBeside = async (count: number) => {
      const content = lines(...good(count), bad, bad, bad);
      const findings = await found('spreadsheet-damage', { name: NAME, content });
      return findings.map(({ kind, level, words }) => [kind, level, words[0]]);
    };
    expect(await levelsBeside(60)).toEqual([['quoted-fields', 'warn', 'finding_quoted_fields']]);
    expect(await levelsBeside(9)).toEqual([['quoted-fields', 'block', 'finding_quoted_fields']]);
  });

  it.each([1_048_576, 65_536])('may be cut off after %i lines, which is a warning', (lineCount) => {
    const withRows = (rows: number) =>
      foundInFacts(
        'spreadsheet-damage',
        NAME,
        factsOf('SENR', '2022-23', {
          rows,
          blankRows: 1,
          foreignLines: { 'column names': { count: 1, firstLines: [1] } },
        }),
      );
    expect(withRows(lineCount - 2)).toEqual([
      {
        ruleId: 'spreadsheet-damage',
        level: 'warn',
        kind: 'full-sheet',
        words: ['finding_full_sheet', { count: lineCount }],
      },
    ]);
    expect(withRows(lineCount - 1)).toEqual([]);
    expect(withRows(lineCount - 3)).toEqual([]);
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
