// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileType } from '../../../lib/calpads/file-types.ts';
import { FILE_TYPE_NAMES, FILE_TYPES } from '../../../lib/calpads/file-types.ts';
import { schoolYearFrom } from '../../../lib/calpads/school-year.ts';
import type { ReceiptReading } from '../../../lib/receipts/read-receipts.ts';
import { readReceipts } from '../../../lib/receipts/read-receipts.ts';

type Kind = 'organization' | 'school year' | 'other' | FileType;

interface Table {
  readonly kinds: readonly Kind[];
  /** Names, then rows; as many cells in each as there are kinds. */
  readonly cells: readonly (readonly string[])[];
  /** One line per row, in order: `Oak Grove 2018-19 SENR 20 SINF -`. */
  readonly expected: readonly string[];
}

/** How a table is written down: what it looks like as text or html. */
interface Shape {
  readonly name: string;
  /** Whether this shape can show such a table without leaving something to guess. */
  suits?(table: Table): boolean;
  write(cells: readonly (readonly string[])[]): { readonly text: string; readonly html?: string };
}

const parseHtml = (html: string) => new DOMParser().parseFromString(html, 'text/html');

const ORGANIZATIONS = [
  'Maple Leaf Unified',
  'Oak Grove',
  'Elm',
  'District 49',
  'San Ejemplo–Norte USD',
  "O'Example & Sons High",
  'Leaf, Maple',
  '4 Rivers 1',
  'Year-Round Academy (K-12)',
];

const firstYears = fc.uniqueArray(fc.integer({ min: 2015, max: 2030 }), {
  minLength: 1,
  maxLength: 4,
});
const organizations = fc.uniqueArray(fc.constantFrom(...ORGANIZATIONS), {
  minLength: 1,
  maxLength: 3,
});
const rowCount = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 99_999 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 50_000_000 }) },
  { weight: 2, arbitrary: fc.constant(undefined) },
);
const style = fc.record({
  names: fc.constantFrom('codes', 'official names', 'small letters'),
  year: fc.constantFrom('2018-2019', '2018-19', '18-19', '2018–19'),
  commas: fc.boolean(),
  absent: fc.constantFrom('-', 'N/A'),
});
type Style = typeof style extends fc.Arbitrary<infer T> ? T : never;

/** Columns in any order, some missing, some of other kinds. */
const kinds = fc
  .tuple(
    fc.subarray([...FILE_TYPES], { minLength: 1 }),
    fc.constantFrom<Kind[]>(['organization'], ['organization'], []),
    fc.constantFrom<Kind[]>([], [], ['other']),
  )
  .chain(([types, organization, other]) => {
    const all: Kind[] = [...organization, 'school year', ...types, ...other];
    return fc.oneof(
      fc.constant(all),
      fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
    );
  });

const table: fc.Arbitrary<Table> = fc
  .tuple(kinds, organizations, firstYears, style)
  .chain(([columns, names, years, how]) => {
    const owners = columns.includes('organization') ? names : [''];
    const rows = owners.flatMap((organization) => years.map((year) => ({ organization, year })));
    const counts = fc.array(rowCount, {
      minLength: rows.length * columns.length,
      maxLength: rows.length * columns.length,
    });
    return counts.map((all): Table => {
      const ofRow = (at: number) => all.slice(at * columns.length, (at + 1) * columns.length);
      return {
        kinds: columns,
        cells: [
          columns.map((kind) => nameOf(kind, how)),
          ...rows.map(({ organization, year }, at) =>
            columns.map((kind, column) => cellOf(kind, organization, year, ofRow(at)[column], how)),
          ),
        ],
        expected: rows.map(({ organization, year }, at) => {
          const known = columns.map((kind, column) => [kind, ofRow(at)[column]] as const);
          return summary(organization, schoolYearFrom(year), Object.fromEntries(known));
        }),
      };
    });
  });

function nameOf(kind: Kind, { names }: Style): string {
  if (kind === 'organization') return names === 'codes' ? 'Org_Name' : 'district';
  if (kind === 'school year') return names === 'codes' ? 'Academic_Year' : 'School Year';
  if (kind === 'other') return 'Remarks';
  if (names === 'official names') return FILE_TYPE_NAMES[kind];
  return names === 'codes' ? kind : kind.toLowerCase();
}

function cellOf(
  kind: Kind,
  organization: string,
  year: number,
  count: number | undefined,
  { year: form, commas, absent }: Style,
): string {
  if (kind === 'organization') return organization;
  if (kind === 'other') return count === undefined ? 'all there' : String(count);
  if (kind === 'school year') return yearIn(form, year);
  if (count === undefined) return absent;
  return commas ? count.toLocaleString('en-US') : String(count);
}

function yearIn(form: string, year: number): string {
  const [first, second] = [String(year), String(year + 1)];
  if (form === '2018-2019') return `${first}-${second}`;
  if (form === '18-19') return `${first.slice(2)}-${second.slice(2)}`;
  return `${first}${form[4]}${second.slice(2)}`;
}

function summary(
  organization: string,
  year: string,
  counts: Readonly<Partial<Record<string, number>>>,
): string {
  const numbers = FILE_TYPES.map((fileType) => `${fileType} ${counts[fileType] ?? '-'}`);
  return [organization, year, ...numbers].join(' ');
}

function summaries(reading: ReceiptReading): string[] {
  if (reading.kind === 'refused') return [`refused at ${reading.line}: ${reading.why.join(' ')}`];
  return reading.rows.map(({ organization, schoolYear, counts }) =>
    summary(organization, schoolYear, counts),
  );
}

const joined = (cells: readonly (readonly string[])[], sign: string, begin = '', end = '') =>
  cells.map((line) => begin + line.join(sign) + end).join('\n');

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const quotedIfNeeded = (cell: string) => (/[",]/.test(cell) ? quoted(cell) : cell);

/** Each line but the names broken before its last cells, all of which are numbers. */
function wrapped(cells: readonly (readonly string[])[], sign: string, end: string): string {
  const [names = [], ...rows] = cells;
  const lines = rows.map((line) => {
    const head = line.slice(0, breakIn(line)).join(sign);
    return `${head}${end}\n${line.slice(breakIn(line)).join(sign)}`;
  });
  return [names.join(sign), ...lines].join('\n');
}

/** Index of the first cell on the second line. */
function breakIn(line: readonly string[]): number {
  return Math.ceil(line.length / 2);
}

function aligned(cells: readonly (readonly string[])[]): string {
  const width = (at: number) => Math.max(...cells.map((line) => line[at]?.length ?? 0)) + 2;
  return cells.map((line) => line.map((cell, at) => cell.padEnd(width(at))).join('')).join('\n');
}

function escaped(cell: string): string {
  return cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

const hasOther = ({ kinds: columns }: Table) => columns.includes('other');

/** An organization between the year and an end of the line, or none. */
function isBound({ kinds: columns }: Table): boolean {
  const at = columns.indexOf('organization');
  const year = columns.indexOf('school year');
  const last = columns.length - 1;
  return at < 0 || (at === 0 && year === 1) || (at === last && year === last - 1);
}

/** Organization and year first, and numbers alone after them. */
const isWrappable = (all: Table) =>
  !hasOther(all) &&
  all.kinds.length > 4 &&
  all.kinds[0] === 'organization' &&
  all.kinds[1] === 'school year' &&
  all.cells.slice(1).every((line) => line.slice(breakIn(line)).some((cell) => /\d/.test(cell)));

const noCommasLost = ({ cells }: Table) => !cells.flat().some((cell) => cell.includes(','));

const SHAPES: readonly Shape[] = [
  { name: 'tabs', write: (cells) => ({ text: joined(cells, '\t') }) },
  { name: 'pipes', write: (cells) => ({ text: joined(cells, ' | ') }) },
  {
    name: 'Markdown',
    write: ([names = [], ...rows]) => {
      const drawn = names.map(() => ':---');
      return { text: joined([names, drawn, ...rows], ' | ', '| ', ' |') };
    },
  },
  {
    name: 'CSV, quoted where needed',
    write: (cells) => ({
      text: joined(
        cells.map((line) => line.map(quotedIfNeeded)),
        ',',
      ),
    }),
  },
  {
    name: 'CSV, all quoted',
    write: (cells) => ({
      text: joined(
        cells.map((line) => line.map(quoted)),
        ', ',
      ),
    }),
  },
  { name: 'semicolons', write: (cells) => ({ text: joined(cells, ';') }) },
  { name: 'columns in line', write: (cells) => ({ text: aligned(cells) }) },
  {
    name: 'single blanks',
    suits: (all) => !hasOther(all) && isBound(all),
    write: (cells) => ({ text: joined(cells, ' ') }),
  },
  {
    name: 'quoted mail',
    write: (cells) => ({
      text: `Hello,\n\n${joined(cells, '\t', '>> ')}\n\nBest regards,\nHelp Desk, 9am–5pm`,
    }),
  },
  {
    name: 'double-spaced',
    write: (cells) => ({ text: joined(cells, '\t').replaceAll('\n', '\r\n\r\n') }),
  },
  {
    name: 'wrapped at tabs',
    suits: isWrappable,
    write: (cells) => ({ text: wrapped(cells, '\t', '') }),
  },
  {
    name: 'wrapped at blanks',
    suits: isWrappable,
    write: (cells) => ({ text: wrapped(cells, ' ', '') }),
  },
  {
    name: 'wrapped at pipes',
    suits: isWrappable,
    write: (cells) => ({ text: wrapped(cells, ' | ', ' |') }),
  },
  {
    name: 'wrapped at commas',
    suits: (all) => isWrappable(all) && noCommasLost(all),
    write: (cells) => ({ text: wrapped(cells, ',', ',') }),
  },
  {
    name: 'html',
    write: (cells) => ({
      text: '',
      html: `<table>${cells.map((line) => `<tr><td>${line.map(escaped).join('</td><td>')}</td></tr>`).join('')}</table>`,
    }),
  },
];

describe('any table', () => {
  it.each(SHAPES)('reads back to the same numbers: $name', ({ suits, write }) => {
    const some = suits ? table.filter(suits) : table;
    fc.assert(
      fc.property(some, ({ cells, expected }) => {
        expect(summaries(readReceipts(write(cells), parseHtml))).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });

  it.each(SHAPES)('with a cell lost or doubled is refused or reads the same: $name', (shape) => {
    const some = shape.suits ? table.filter(shape.suits) : table;
    let refused = 0;
    fc.assert(
      fc.property(some, fc.nat(), fc.nat(), fc.boolean(), (whole, line, column, isLost) => {
        const at = 1 + (line % (whole.cells.length - 1));
        const hit = column % whole.kinds.length;
        const cells = whole.cells.map((row, index) => {
          if (index !== at) return row;
          const times = isLost ? [] : [row[hit] ?? '', row[hit] ?? ''];
          return row.toSpliced(hit, 1, ...times);
        });
        const reading = readReceipts(shape.write(cells), parseHtml);
        if (reading.kind === 'refused') refused += 1;
        else expect(numbersOf(summaries(reading))).toEqual(numbersOf(whole.expected));
      }),
      { numRuns: 600 },
    );
    expect(refused).toBeGreaterThan(400);
  });
});

/**
 * Without the organization's name, since single blanks do not tell that a word of it stands twice,
 * and without rows that have no number.
 */
function numbersOf(rows: readonly string[]): string[] {
  return rows
    .map((row) => row.replace(/^.*?(?=20\d{2}-\d{2} CRSC )/, ''))
    .filter((row) => / \d+( |$)/.test(row));
}

describe('anything else', () => {
  const word = fc.constantFrom(
    ...['Org_Name', 'Academic_Year', 'Year', 'SENR', 'SINF', 'Student', 'Enrollment', 'Maple'],
    ...['2018-19', '2018-20', '18-19', '1027', '9,613', '1.5', '-', 'N/A', '0', 'the', '"', '""'],
  );
  const sign = fc.constantFrom(
    '\t',
    ' ',
    '  ',
    '|',
    ',',
    ';',
    '\n',
    '\n\n',
    '\r\n',
    '> ',
    '\u00A0',
  );
  const soup = fc.array(fc.oneof(word, sign)).map((parts) => parts.join(''));
  const html = soup.map(
    (text) =>
      `<table><tr><td>${text.replaceAll('\t', '<td>').replaceAll('\n', '<tr><td rowspan="2" colspan=0>')}`,
  );

  it.each([
    ['any text', fc.string({ unit: 'binary', maxLength: 400 })],
    ['words and signs of tables', soup],
  ])('never breaks the reader, and never yields a wrong kind of number: %s', (_what, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        expectSound(readReceipts({ text }), text);
      }),
      { numRuns: 3000 },
    );
  });

  it('never breaks the reader as html', () => {
    fc.assert(
      fc.property(html, (text) => {
        expectSound(readReceipts({ text: '', html: text }, parseHtml), text);
      }),
      { numRuns: 500 },
    );
  });

  function expectSound(reading: ReceiptReading, text: string): void {
    const rows = reading.kind === 'read' ? reading.rows : [];
    if (reading.kind === 'refused') expect(reading.line).toBeGreaterThan(0);
    const numbers = rows.flatMap(({ counts }) => Object.values(counts));
    const plain = text.replaceAll(',', '');
    for (const number of numbers) expect(plain).toContain(String(number));
  }

  // The test's own time limit ends it; a slow machine is no failure.
  it('of the largest size comes to an end', () => {
    const long = 'Maple Leaf,2018-19,"9 Year SENR | ; > '.repeat(25_000);
    readReceipts({ text: `Year,SENR\n${long}` });
    readReceipts({ text: long.replaceAll('Maple', '\n') });
    readReceipts({ text: 'Year,SENR\n"\n'.repeat(80_000) });
    readReceipts({ text: `Year SENR\n${'1 '.repeat(499_000)}` });
    readReceipts({ text: `Year SENR\n2018-19${'-'.repeat(990_000)}` });
    expect(readReceipts({ text: ' '.repeat(999_999) })).toBeDefined();
  });
});
