import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checklistOf } from '../../../lib/ledger/checklist.ts';
import { checklistCsv, csvField } from '../../../lib/ledger/csv.ts';
import type { LedgerEvent, NewEvent } from '../../../lib/ledger/events.ts';
import { sentFile } from '../support/attached-file.ts';
import { because, counted, did, log, organization, said } from '../support/ledger.ts';

const HEADER =
  'organization,reporting LEA,school year,file type,required,status,rows sent,rows received,file,parts sent,sent on,confirmed by e-mail on,counts received on,reason';

/** Reads what RFC 4180 says of one line. */
function fieldsOf(line: string): string[] {
  const fields = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"\r\n]*))/g);
  return [...fields].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}

/** Late in the evening where the person is, and the next day in Greenwich. */
const EVENING = new Date(2023, 9, 31, 23, 30).getTime();
const atEvening = (...entries: readonly NewEvent[]): LedgerEvent[] =>
  log(...entries).map((event, place) => ({ ...event, at: EVENING + place }));

function rowsOf(whose = organization(), events: readonly LedgerEvent[] = []): string[][] {
  return checklistCsv(whose, checklistOf(whose, events)).trimEnd().split('\r\n').map(fieldsOf);
}

describe('the checklist as a table', () => {
  it('has a line for each cell, under the names of the fields', () => {
    const text = checklistCsv(organization(), checklistOf(organization(), []));
    const lines = text.split('\r\n');
    expect(lines[0]).toBe(HEADER);
    expect(lines).toHaveLength(1 + 7 + 1);
    expect(lines[1]).toBe("Maple Leaf Unified,'0199901,2022-23,CRSC,yes,missing,,,,,,,,");
  });

  it('says what is known of a cell, with the days of where the person is', () => {
    const events = atEvening(did('confirmed-on-page'), said('email-confirmed'), counted(9));
    expect(rowsOf(organization(), events)[5]).toEqual([
      'Maple Leaf Unified',
      "'0199901",
      '2022-23',
      'SENR',
      'yes',
      'problem',
      '10',
      '9',
      'SENR 2022-23.txt',
      '',
      '2023-10-31',
      '2023-10-31',
      '2023-10-31',
      '',
    ]);
  });

  it('says which years are not required', () => {
    const removed = organization({ removedYears: ['2022-23'] });
    expect(rowsOf(removed, log(did('attached')))[5]?.[4]).toBe('no');
  });

  it('can be made before an organization is set up', () => {
    const text = checklistCsv(undefined, checklistOf(undefined, log(did('attached'))));
    expect(text.split('\r\n')[1]).toMatch(/^,,2022-23,CRSC,/);
  });

  it('gives a spreadsheet nothing to compute, wherever the text comes from', () => {
    const evil = '=HYPERLINK("https://evil.example","x")';
    const events = log(
      did('confirmed-on-page', sentFile('SENR', '2022-23', { name: '@SUM(A1).txt' })),
      counted(9),
      because('accepted', '+1+cmd|"/c calc"!A1'),
    );
    const [, ...rows] = rowsOf(organization({ name: evil }), events);
    for (const row of rows) {
      for (const field of row) expect(field).not.toMatch(/^[=+\-@\t\r\n]/);
    }
    expect(rows[4]).toContain(`'${evil}`);
    expect(rows[4]).toContain("'@SUM(A1).txt");
    expect(rows[4]).toContain(`'+1+cmd|"/c calc"!A1`);
  });
});

describe('a field', () => {
  it.each([
    ['plain', 'plain'],
    ['', ''],
    ['a,b', '"a,b"'],
    ['say "a"', '"say ""a"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@a', "'@a"],
    ['\t=1', '"\'\t=1"'],
    ['a;=1+1', '"a;=1+1"'],
    ['a\t=1+1', '"a\t=1+1"'],
    ['\r=1', '"\'\r=1"'],
    ['\n=1', '"\'\n=1"'],
    ['0199901', "'0199901"],
    ['2022-23', '2022-23'],
    [12_345, '12345'],
    [-1, '-1'],
    [0, '0'],
  ])('%j is written %j', (value, field) => {
    expect(csvField(value)).toBe(field);
  });

  it('is never taken for a formula, and is read back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const [read = ''] = fieldsOf(csvField(value));
        expect(read).not.toMatch(/^[=+\-@\t\r\n]/);
        expect([value, `'${value}`]).toContain(read);
      }),
      { numRuns: 1000 },
    );
  });

  const SIGNS = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫'];
  const SKIPPED = [
    ' ',
    '\u00A0',
    '\u3000',
    '\uFEFF',
    '\u200B',
    '\u200E',
    '\u202E',
    '\0',
    '\x1F',
    '\v',
    '\f',
  ];

  it.each(SIGNS)(
    'that begins with %s, after anything that is not seen, gets an apostrophe',
    (sign) => {
      const unseen = fc.array(fc.constantFrom(...SKIPPED), { maxLength: 4 });
      fc.assert(
        fc.property(unseen, fc.string(), (before, after) => {
          const value = `${before.join('')}${sign}${after}`;
          expect(fieldsOf(csvField(value))).toEqual([`'${value}`]);
        }),
        { numRuns: 100 },
      );
    },
  );

  it.each(['Maple－Leaf', 'a=b', 'O’Neill @ home', '“quoted”'])(
    'with such a sign further on stays as it is: %s',
    (value) => {
      expect(csvField(value)).toBe(value);
    },
  );
});
