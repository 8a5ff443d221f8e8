import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ForeignKind } from '../../../lib/inspection/file-facts.ts';
import { foreignCount } from '../../../lib/inspection/foreign-lines.ts';
import { isMany } from '../../../lib/rules/foreign-lines.ts';
import { recordsOf } from '../../corpus/faults/edit.ts';
import { headerRow } from '../../corpus/faults/headers.ts';
import { FILE_TYPES } from '../../corpus/file-types.ts';
import { inspect } from '../support/inspect.ts';
import { lines, record } from '../support/records.ts';
import { found, ruleIds } from './check.ts';

const NAME = 'SENR 2022-23.txt';
const good = (count: number) => Array.from({ length: count }, () => record('SENR'));

describe('a line that is not a record', () => {
  it.each([
    ['text', 'finding_foreign_text', 'ask the registrar'],
    ['other separator', 'finding_foreign_separators', 'SENR-R,,,0199901'],
    ['piece of a record', 'finding_foreign_pieces', '9900001^^2022-2023'],
  ] as const)('is a warning with its number: %s', async (kind, key, line) => {
    const content = lines(...good(9), line, ...good(1));
    expect(await found('foreign-lines', { name: NAME, content })).toEqual([
      {
        ruleId: 'foreign-lines',
        level: 'warn',
        kind,
        words: [key, { count: 1 }, { list: ['10'] }, { count: 10 }],
      },
    ]);
    expect(await ruleIds(NAME, content)).toEqual(['foreign-lines']);
  });

  it.each([
    ['text', 'finding_foreign_text_many', 'ask the registrar'],
    ['other separator', 'finding_foreign_separators_many', 'SENR-R,,,0199901'],
    ['piece of a record', 'finding_foreign_pieces_many', '9900001^^2022-2023'],
  ] as const)('is blocked if there are many: %s', async (kind, key, line) => {
    const content = lines(...good(10), ...Array(9).fill(line));
    const list = ['11', '12', '13', '14', '15', '16', '17', '18', '19'];
    expect(await found('foreign-lines', { name: NAME, content })).toEqual([
      {
        ruleId: 'foreign-lines',
        level: 'block',
        kind,
        words: [key, { count: 9 }, { list }, { count: 10 }],
      },
    ]);
    expect(await ruleIds(NAME, content)).toEqual(['foreign-lines']);
  });

  it('is counted with the others, and named after the most frequent kind', async () => {
    const content = lines(...good(99), 'note', 'a,b,c,d', 'e,f,g,h');
    expect(await found('foreign-lines', { name: NAME, content })).toMatchObject([
      { kind: 'other separator', words: [{}, { count: 3 }, { list: ['100', '101', '102'] }, {}] },
    ]);
  });

  it('is no finding of this rule if a copy can leave it out', async () => {
    const content = lines(headerRow('SENR'), ...good(9), '(9 rows affected)', '^^^^');
    expect(await ruleIds(NAME, content)).toEqual(['header-row', 'added-lines']);
  });

  it.each([
    [1, 1, true],
    [1, 2, false],
    [2, 2, true],
    [2, 3, false],
    [3, 57, false],
    [3, 56, true],
    [1000, 19_000, false],
    [1001, 19_000, true],
  ])('%i beside %i records: many is %j', (count, rows, wanted) => {
    expect(isMany(count, { rows })).toBe(wanted);
  });
});

/** Lines of each kind, and where each may stand without becoming another kind. */
const FOREIGN: Readonly<Record<ForeignKind, readonly string[]>> = {
  'column names': FILE_TYPES.map(headerRow),
  'query footer': ['(3 rows affected)', '40 rows selected.', 'Total rows: 40'],
  'no data': ['^^^^^^', '------', ',,,,'],
  'other separator': ['SENR-R,,,0199901,x', 'a\tb\tc\td', 'a|b|c|d'],
  // With seven digits at its start, it may also be the first record of an SSID extract.
  'piece of a record': ['990000^^2022-2023^^', 'x^y', '^^^19010203^Zqx'],
  text: ['a note', '12', 'SENR-R', '{"a": 1}'],
};
const KINDS = Object.keys(FOREIGN) as ForeignKind[];

const aRecord = fc
  .constantFrom(...FILE_TYPES)
  .chain((fileType) => fc.constantFrom(...recordsOf(fileType, { rows: 5 })))
  .map((text) => ({ kind: 'record' as const, text }));
const aForeignLine = fc
  .constantFrom(...KINDS)
  .chain((kind) => fc.constantFrom(...FOREIGN[kind]).map((text) => ({ kind, text })));
const aBlankLine = fc
  .constantFrom('', '  ', '\t')
  .map((text) => ({ kind: 'blank' as const, text }));
const mixture = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: aRecord },
    { weight: 2, arbitrary: aForeignLine },
    { weight: 1, arbitrary: aBlankLine },
  ),
  { minLength: 1, maxLength: 60 },
);
const lineEnd = fc.constantFrom('\r\n', '\n');

describe('for any mixture of records and other lines', () => {
  it('each line is counted once, as what it is', async () => {
    await fc.assert(
      fc.asyncProperty(mixture, lineEnd, async (all, end) => {
        const facts = await inspect(all.map(({ text }) => text + end).join(''));
        const ofKind = (wanted: string) => all.filter(({ kind }) => kind === wanted).length;
        expect(facts.rows).toBe(ofKind('record'));
        expect(facts.blankRows).toBe(ofKind('blank'));
        for (const kind of KINDS) {
          expect(facts.foreignLines[kind]?.count ?? 0, kind).toBe(ofKind(kind));
        }
        const { rows, blankRows, foreignLines } = facts;
        expect(rows + blankRows + foreignCount(foreignLines)).toBe(all.length);
      }),
      { numRuns: 300 },
    );
  });

  it('no foreign line is silent, and each of the first is named by its number', async () => {
    await fc.assert(
      fc.asyncProperty(mixture, lineEnd, async (all, end) => {
        const isForeign = ({ kind }: { kind: string }) => kind !== 'record' && kind !== 'blank';
        fc.pre(all.some(isForeign));
        const content = all.map(({ text }) => text + end).join('');
        const ids = await ruleIds(NAME, content);
        const loud = [
          'foreign-lines',
          'added-lines',
          'header-row',
          'empty-file',
          'unknown-records',
          'spreadsheet-damage',
          'several-record-types',
        ];
        expect(loud.filter((id) => ids.includes(id))).not.toEqual([]);
        const { foreignLines } = await inspect(content);
        for (const kind of KINDS) {
          const numbers = all.flatMap((line, at) => (line.kind === kind ? [at + 1] : []));
          expect(foreignLines[kind]?.firstLines ?? []).toEqual(numbers.slice(0, 10));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('lines of one type without a blocking problem leave only records in the copy', async () => {
    const ofOneType = fc.array(
      fc.oneof(
        fc.constantFrom(...recordsOf('SENR')).map((text) => ({ kind: 'record' as const, text })),
        fc
          .constantFrom<ForeignKind>('column names', 'query footer', 'no data')
          .chain((kind) => fc.constantFrom(...FOREIGN[kind]).map((text) => ({ kind, text }))),
      ),
      { minLength: 1, maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(ofOneType, async (all) => {
        const facts = await inspect(lines(...all.map(({ text }) => text)));
        const surplus = all.flatMap(({ kind }, at) => (kind === 'record' ? [] : [at + 1]));
        expect(facts.surplusLines).toEqual(surplus);
      }),
      { numRuns: 200 },
    );
  });
});
