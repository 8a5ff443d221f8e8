import type { ReceiptRow } from '../../../lib/receipts/read-receipts.ts';
import type { Words } from '../../../lib/words/words.ts';

/** What people paste, and what must become of it. All organizations and numbers are invented. */
export interface PastedShape {
  readonly name: string;
  readonly text: string;
  readonly html?: string;
}

export interface ReadShape extends PastedShape {
  readonly rows: readonly ReceiptRow[];
  readonly ignoredColumns?: readonly string[];
}

export interface RefusedShape extends PastedShape {
  readonly line: number;
  readonly why: Words;
}

/** The help desk's answer in the upload webinar, with its four years. */
export const SAMPLE = [
  'Org_Name\tAcademic_Year\tCRSC\tSCSC\tSCTE\tSELA\tSENR\tSINF\tSPRG',
  'Maple Leaf Unified\t2018-2019\t1027\t39299\t152\t992\t9613\t4042\t3455',
  'Maple Leaf Unified\t2019-2020\t1795\t59894\t754\t1441\t9985\t4054\t4600',
  'Maple Leaf Unified\t2020-2021\t1795\t59894\t754\t1441\t9985\t4054\t4600',
  'Maple Leaf Unified\t2021-2022\t1819\t58591\t427\t1912\t10246\t4071\t4009',
].join('\n');

const MAPLE = 'Maple Leaf Unified';

const C2018 = { CRSC: 1027, SCSC: 39299, SCTE: 152, SELA: 992, SENR: 9613, SINF: 4042, SPRG: 3455 };
const C2019 = {
  CRSC: 1795,
  SCSC: 59894,
  SCTE: 754,
  SELA: 1441,
  SENR: 9985,
  SINF: 4054,
  SPRG: 4600,
};
const C2021 = {
  CRSC: 1819,
  SCSC: 58591,
  SCTE: 427,
  SELA: 1912,
  SENR: 10246,
  SINF: 4071,
  SPRG: 4009,
};

/** The sample's rows, the first of them at a line, and each so many lines below the one before. */
export function sampleRows(firstLine = 2, apart = 1): ReceiptRow[] {
  return [
    row(MAPLE, '2018-19', C2018, firstLine),
    row(MAPLE, '2019-20', C2019, firstLine + apart),
    row(MAPLE, '2020-21', C2019, firstLine + apart * 2),
    row(MAPLE, '2021-22', C2021, firstLine + apart * 3),
  ];
}

/** The sample's first row alone. */
const first = (line = 2) => [row(MAPLE, '2018-19', C2018, line)];

function row(
  organization: string,
  schoolYear: ReceiptRow['schoolYear'],
  counts: ReceiptRow['counts'],
  line: number,
): ReceiptRow {
  return { organization, schoolYear, counts, line };
}

/** Two types are enough to show what becomes of a line. */
const small = (organization: string, line: number, SENR = 9613, SINF = 4042) =>
  row(organization, '2018-19', { SENR, SINF }, line);

const TSV_NAMES = 'Org_Name\tAcademic_Year\tSENR\tSINF';

const lines = (...all: readonly string[]) => all.join('\n');

/** The sample with another sign between its columns. */
function sampleWith(sign: string, quote: (cell: string) => string = (cell) => cell): string {
  return SAMPLE.split('\n')
    .map((line) => line.split('\t').map(quote).join(sign))
    .join('\n');
}

function aligned(text: string, gap: number): string {
  const cells = text.split('\n').map((line) => line.split('\t'));
  const width = (at: number) => Math.max(...cells.map((line) => line[at]?.length ?? 0)) + gap;
  return cells
    .map((line) =>
      line
        .map((cell, at) => cell.padEnd(width(at)))
        .join('')
        .trimEnd(),
    )
    .join('\n');
}

function markdown(text: string): string {
  const [names = '', ...rows] = text
    .split('\n')
    .map((line) => `| ${line.replaceAll('\t', ' | ')} |`);
  return lines(names, '|---|---|---:|---:|---:|---:|---:|---:|---:|', ...rows);
}

const withCommas = (text: string) =>
  text.replaceAll(/(?<=\t)\d+(?=\t|$)/gm, (digits) => Number(digits).toLocaleString('en-US'));

function htmlOf(text: string, cell = (value: string) => `<td>${value}</td>`): string {
  const rows = text
    .split('\n')
    .map((line) => `<tr>${line.split('\t').map(cell).join('')}</tr>`)
    .join('');
  return `<table>${rows}</table>`;
}

export const READ: readonly ReadShape[] = [
  { name: "the help desk's table, with tabs", text: SAMPLE, rows: sampleRows() },
  { name: 'with lines that end CR LF', text: SAMPLE.replaceAll('\n', '\r\n'), rows: sampleRows() },
  { name: 'with lines that end CR', text: SAMPLE.replaceAll('\n', '\r'), rows: sampleRows() },
  { name: 'with a byte order mark', text: `\uFEFF${SAMPLE}\n`, rows: sampleRows() },
  {
    name: 'with a blank line after each',
    text: SAMPLE.replaceAll('\n', '\n\n'),
    rows: sampleRows(3, 2),
  },
  {
    name: 'between a greeting and a signature',
    text: lines(
      'Dear Maple Leaf Unified,',
      '',
      'In 2023 we received SENR, SINF and other files for school years 2018-19, 19-20 and 20-21:',
      '',
      SAMPLE,
      '',
      'Best regards,',
      'Cal-PASS Plus Help Desk',
      '(916) 498-8980, Monday to Friday 9am–5pm',
      '1000 Example Street, Suite 200, Sacramento, CA 95814',
    ),
    rows: sampleRows(6),
  },
  {
    name: 'in quoted mail',
    text: lines('Thank you!', '', ...SAMPLE.split('\n').map((line) => `> ${line}`)),
    rows: sampleRows(4),
  },
  {
    name: 'in mail quoted twice, with the request below it',
    text: lines(
      '> On Mon, Sep 25, 2023 at 9:14 AM Help Desk wrote:',
      '>',
      ...SAMPLE.split('\n').map((line) => `>> ${line}`),
      '>',
      '> > Please send a summary of K12 SWP required data files you have received',
      '> > for Maple Leaf Unified for school years',
      '> > 2018-19, 19-20, 20-21, 21-22 and 22-23.',
    ),
    rows: sampleRows(4),
  },
  {
    name: 'the same table twice in a thread',
    text: lines(SAMPLE, '', 'Help Desk wrote:', '', SAMPLE),
    rows: sampleRows(),
  },
  { name: 'with thousands commas', text: withCommas(SAMPLE), rows: sampleRows() },
  { name: 'in columns, two blanks apart', text: aligned(SAMPLE, 2), rows: sampleRows() },
  { name: 'in columns, many blanks apart', text: aligned(SAMPLE, 7), rows: sampleRows() },
  {
    name: 'in columns of no-break blanks',
    text: aligned(SAMPLE, 2).replaceAll('  ', '\u00A0\u00A0'),
    rows: sampleRows(),
  },
  {
    name: 'in columns where the longest name leaves one blank',
    text: aligned(SAMPLE, 1),
    rows: sampleRows(),
  },
  { name: 'with single blanks', text: SAMPLE.replaceAll('\t', ' '), rows: sampleRows() },
  {
    name: 'with single blanks and the organization last',
    text: lines('SENR SINF School Year District', '9613 4042 2018-19 Maple Leaf District 49'),
    rows: [small('Maple Leaf District 49', 2)],
  },
  {
    name: 'with single blanks and without organization',
    text: lines('SENR Year Student Information', '9613 2018-19 4042'),
    rows: [small('', 2)],
  },
  { name: 'as a Markdown table', text: markdown(SAMPLE), rows: sampleRows(3) },
  { name: 'with pipes between the columns alone', text: sampleWith(' | '), rows: sampleRows() },
  {
    name: 'in a frame of signs',
    text: lines(
      '+---------+---------+------+------+',
      '| Org_Name | Academic_Year | SENR | SINF |',
      '+=========+=========+======+======+',
      '| Maple | 2018-19 | 9,613 | 4,042 |',
      '+---------+---------+------+------+',
    ),
    rows: [small('Maple', 4)],
  },
  { name: 'as CSV', text: sampleWith(','), rows: sampleRows() },
  {
    name: 'as CSV with all cells quoted',
    text: sampleWith(',', (cell) => `"${cell}"`),
    rows: sampleRows(),
  },
  {
    name: 'as CSV with commas in names and numbers',
    text: lines(
      'Org_Name,Academic_Year,SENR,SINF',
      '"Leaf, Maple ""Unified""",2018-2019,"9,613","4,042"',
    ),
    rows: [small('Leaf, Maple "Unified"', 2)],
  },
  { name: 'with semicolons', text: sampleWith(';'), rows: sampleRows() },
  {
    name: 'with semicolons, blanks and thousands commas',
    text: lines('Org_Name; Academic_Year; SENR; SINF', 'Leaf, Maple; 2018-19; 9,613; 4,042'),
    rows: [small('Leaf, Maple', 2)],
  },
  {
    name: 'with tabs, broken in two by a mail program',
    text: SAMPLE.replaceAll(/\t(?=\d+\t\d+$)/gm, '\n'),
    rows: sampleRows(2, 2),
  },
  {
    name: 'with blanks, the column names broken as well',
    text: SAMPLE.replaceAll('\t', ' ').replaceAll(/ (?=\w+ \w+$)/gm, '\n'),
    rows: sampleRows(3, 2),
  },
  {
    name: 'broken in three',
    text: lines(
      '> Org_Name  Academic_Year  CRSC  SCSC  SCTE  SELA  SENR  SINF  SPRG',
      '> Maple Leaf Unified  2018-2019',
      '> 1027  39299  152  992',
      '> 9613  4042  3455',
    ),
    rows: first(),
  },
  {
    name: 'as CSV, broken after a comma',
    text: lines('Org_Name,Academic_Year,SENR,SINF', 'Maple Leaf,2018-19,', '9613,4042'),
    rows: [small('Maple Leaf', 2)],
  },
  {
    name: 'as CSV, broken inside a quoted name',
    text: lines('Org_Name,Academic_Year,SENR,SINF', '"Maple', 'Leaf",2018-19,9613,4042'),
    rows: [small('Maple Leaf', 2)],
  },
  {
    name: 'with pipes, broken inside a name',
    text: lines('| Org_Name | Year | SENR | SINF |', '| Maple', 'Leaf | 2018-19 | 9613 | 4042 |'),
    rows: [small('Maple Leaf', 2)],
  },
  {
    name: 'of several organizations',
    text: lines(
      TSV_NAMES,
      'Maple\t2018-19\t9613\t4042',
      'Oak Grove\t2018-19\t20\t10',
      'Elm\t2018-19\t0\t1',
    ),
    rows: [small('Maple', 2), small('Oak Grove', 3, 20, 10), small('Elm', 4, 0, 1)],
  },
  {
    name: 'with the column names above each organization, in another order',
    text: lines(
      TSV_NAMES,
      'Maple\t2018-19\t9613\t4042',
      '',
      'Oak Grove',
      'SINF\tSENR\tAcademic_Year\tOrg_Name',
      '10\t20\t2018-19\tOak Grove',
    ),
    rows: [small('Maple', 2), small('Oak Grove', 6, 20, 10)],
  },
  {
    name: 'with headings in rows of their own',
    text: lines(
      TSV_NAMES,
      'Counties in the north\t\t\t',
      'Maple\t2018-19\t9613\t4042',
      'Counties in the south\t\t\t',
      'Oak Grove\t2018-19\t20\t10',
    ),
    rows: [small('Maple', 3), small('Oak Grove', 5, 20, 10)],
  },
  {
    name: 'with other columns, which are named',
    text: lines(
      'LEA Code\tOrg_Name\tAcademic_Year\tSENR\tTotal rows\tSINF\tRemarks',
      '0199901\tMaple\t2018-19\t9613\t13655\t4042\tall there',
    ),
    rows: [small('Maple', 2)],
    ignoredColumns: ['LEA Code', 'Total rows', 'Remarks'],
  },
  {
    name: 'with other columns between blanks',
    text: lines(
      'Org_Name  Academic_Year  SENR  Total rows  SINF  SENR %',
      'Maple     2018-19        9613  13655       4042  70',
    ),
    rows: [small('Maple', 2)],
    ignoredColumns: ['Total rows', 'SENR %'],
  },
  {
    name: 'with a very long name of another column, which is cut off',
    text: lines(`Year\tSENR\tSINF\t${'Remark '.repeat(20)}`, '2018-19\t9613\t4042\t'),
    rows: [small('', 2)],
    ignoredColumns: ['Remark Remark Remark Remark Remark Rema…'],
  },
  {
    name: 'with columns in another order',
    text: lines('SINF\tSENR\tSchool Year\tOrganization', '4042\t9613\t2018-19\tMaple'),
    rows: [small('Maple', 2)],
  },
  {
    name: 'without organization',
    text: lines('Academic_Year\tSENR\tSINF', '2018-19\t9613\t4042'),
    rows: [small('', 2)],
  },
  {
    name: 'with official names, in any letter case',
    text: lines(
      'DISTRICT\tacademic year\tSTUDENT ENROLLMENT\tStudent Information (SINF)',
      'Maple\t2018-19\t9613\t4042',
    ),
    rows: [small('Maple', 2)],
  },
  {
    name: 'with all official names and single blanks',
    text: lines(
      'Year Course Completion Student Course Completion Student Career Technical Education',
      'Student English Language Acquisition Student Enrollment Student Information Student Programs',
      '2018-19 1027 39299 152 992 9613 4042 3455',
    ),
    rows: [row('', '2018-19', C2018, 3)],
  },
  {
    name: 'with years in all their forms',
    text: lines(
      'Year,SENR',
      '2018-2019,1',
      '2019-20,2',
      '20-21,3',
      '2021–22,4',
      '2022—2023,5',
      '2023 - 24,6',
    ),
    rows: [
      row('', '2018-19', { SENR: 1 }, 2),
      row('', '2019-20', { SENR: 2 }, 3),
      row('', '2020-21', { SENR: 3 }, 4),
      row('', '2021-22', { SENR: 4 }, 5),
      row('', '2022-23', { SENR: 5 }, 6),
      row('', '2023-24', { SENR: 6 }, 7),
    ],
  },
  {
    name: 'with cells without a number',
    text: lines(
      'Year\tCRSC\tSCSC\tSCTE\tSELA\tSENR\tSINF',
      '2018-19\t\t-\tN/A\tn/a\t0\t–',
      '2019-20\t-\t-\t-\t-\t-\t-',
    ),
    rows: [row('', '2018-19', { SENR: 0 }, 2), row('', '2019-20', {}, 3)],
  },
  {
    name: 'with the largest number there may be',
    text: lines('Year\tSENR', '2018-19\t50,000,000'),
    rows: [row('', '2018-19', { SENR: 50_000_000 }, 2)],
  },
  {
    name: 'as a table in html',
    text: 'nothing to see here',
    html: htmlOf(SAMPLE),
    rows: sampleRows(),
  },
  {
    name: 'as a spreadsheet copies it, with a title, nested spans and &nbsp;',
    text: '',
    html: `<html><head><style>td { mso-number-format: "0" }</style></head><body>
      <table><col width="64"><tr><td colspan="9">Row counts of Maple&nbsp;Leaf</td></tr>
      ${htmlOf(
        withCommas(SAMPLE),
        (value) => `<td><p><span><b>&nbsp;${value}</b></span>&nbsp;</p></td>`,
      )
        .replace('<table>', '')
        .replace('</table>', '')}
      </table></body></html>`,
    rows: sampleRows(3),
  },
  {
    name: 'as a mail laid out with tables',
    text: '',
    html: `<table><tr><td><table><tr><td><img alt="logo"></td><td>Help Desk</td></tr></table></td></tr>
      <tr><td>Dear Maple Leaf,${htmlOf(SAMPLE)}</td></tr>
      <tr><td><table><tr><td>Phone</td><td>(916) 498-8980</td></tr></table></td></tr></table>`,
    rows: sampleRows(),
  },
  {
    name: 'with an organization over several rows',
    text: '',
    html: `<table><thead><tr><th rowspan="2">Org<br>Name</th><th rowspan="2">Year</th>
      <th colspan="2">Rows</th></tr><tr><th>SENR</th><th>SINF</th></tr></thead>
      <tr><td rowspan="2">Maple<br>Leaf</td><td>2018-19</td><td>9613</td><td>4042</td></tr>
      <tr><td>2019-20</td><td>1</td><td>2</td></tr></table>`,
    rows: [small('Maple Leaf', 3), row('Maple Leaf', '2019-20', { SENR: 1, SINF: 2 }, 4)],
  },
  {
    name: 'with hidden sort keys and hidden rows',
    text: '',
    html: `<table><tr><th>Year</th><th>SENR</th></tr>
      <tr><td>2018-19</td><td><span style="display: none">0009</span>9613</td></tr>
      <tr style="mso-hide:all"><td>2018-19</td><td>1</td></tr></table>`,
    rows: [row('', '2018-19', { SENR: 9613 }, 2)],
  },
  {
    name: 'as CSV in the first column of a sheet',
    text: '',
    html: '<table><tr><td>Org_Name,Year,SENR,SINF</td></tr><tr><td>"Leaf, Maple",2018-19,"9,613",4042</td></tr></table>',
    rows: [small('Leaf, Maple', 2)],
  },
  {
    name: 'with all that stands for no number',
    text: lines(
      'Year\tCRSC\tSCSC\tSCTE\tSELA\tSENR\tSINF\tSPRG',
      '2018-19\tNULL\tNA\t--\tNone\t0\tn.a.\tnull',
      '2019-20\t---\t——\tNinguno\tnil\t7\t\tN/A',
    ),
    rows: [row('', '2018-19', { SENR: 0 }, 2), row('', '2019-20', { SENR: 7 }, 3)],
  },
  ...[
    ['SENR Count', 'SINF Count'],
    ['SENR_Rows', 'SINF_Record_Count'],
    ['SENR-R', 'SINF-R'],
    ['# SENR', '# SINF'],
    ['CALPADS SENR', 'CALPADS SINF-R'],
    ['Number of SENR', 'Student Information records'],
    ['SENR #', 'CALPADS Student Information (SINF) Rows'],
  ].map(([senr, sinf]) => ({
    name: `with names like ${senr} and ${sinf}`,
    text: lines(`Org_Name\tAcademic_Year\t${senr}\t${sinf}`, 'Maple\t2018-19\t9613\t4042'),
    rows: [small('Maple', 2)],
  })),
  {
    name: 'with single blanks and such names',
    text: lines('Year SENR Count # SINF CALPADS SPRG Rows', '2018-19 9613 4042 3'),
    rows: [row('', '2018-19', { SENR: 9613, SINF: 4042, SPRG: 3 }, 2)],
  },
  {
    name: 'as two tables for one year, each with other types',
    text: lines(
      'Org_Name\tAcademic_Year\tCRSC\tSCSC\tSCTE',
      'Maple Leaf Unified\t2018-19\t1027\t39299\t152',
      '',
      'Org_Name\tAcademic_Year\tSELA\tSENR\tSINF\tSPRG',
      'Maple Leaf Unified\t2018-19\t992\t9613\t4042\t3455',
    ),
    rows: first(),
  },
  {
    name: 'as two tables for one year that share a type with the same number',
    text: lines(
      'Year\tSENR\tSINF',
      '2018-19\t9613\t4042',
      '',
      'Year\tSINF\tSPRG',
      '2018-19\t4042\t3455',
    ),
    rows: [row('', '2018-19', { SENR: 9613, SINF: 4042, SPRG: 3455 }, 2)],
  },
  {
    name: 'as two html tables for one year, each with other types',
    text: '',
    html: [
      htmlOf('Org_Name\tYear\tSENR\nMaple\t2018-19\t9613'),
      htmlOf('Org_Name\tYear\tSINF\nMaple\t2018-19\t4042'),
    ].join('<p>'),
    rows: [small('Maple', 2)],
  },
  {
    name: 'as two html tables without organization, with a year between',
    text: '',
    html: `${htmlOf('Year\tSENR\n2018-19\t9613')}<h3>2019-20</h3>${htmlOf('Year\tSENR\n2019-20\t2')}`,
    rows: [row('', '2018-19', { SENR: 9613 }, 2), row('', '2019-20', { SENR: 2 }, 4)],
  },
  {
    name: 'as html tables of two organizations, with words between',
    text: '',
    html: `${htmlOf('District\tYear\tSENR\tSINF\nMaple\t2018-19\t9613\t4042')}and in 2018-19 for Oak, SENR and SINF: 12<br>${htmlOf('District\tYear\tSENR\tSINF\nOak\t2018-19\t20\t10')}`,
    rows: [small('Maple', 2), small('Oak', 4, 20, 10)],
  },
  {
    name: 'with dots at all thousands',
    text: lines(
      'Year\tSCSC\tSCTE\tSENR',
      '2018-19\t1.039.299\t152\t9.613',
      '2019-20\t59.894\t0\t9.985',
    ),
    rows: [
      row('', '2018-19', { SCSC: 1_039_299, SCTE: 152, SENR: 9613 }, 2),
      row('', '2019-20', { SCSC: 59_894, SCTE: 0, SENR: 9985 }, 3),
    ],
  },
  {
    name: 'with commas at some thousands, as people write them by hand',
    text: lines('Year\tSCSC\tSENR', '2018-19\t39,299\t9613'),
    rows: [row('', '2018-19', { SCSC: 39_299, SENR: 9613 }, 2)],
  },
  {
    name: 'with another text column that is the same for an organization',
    text: lines(
      'Org_Name\tCounty\tAcademic_Year\tSENR',
      'Maple\tNorth\t2018-19\t1',
      'Maple\tnorth \t2019-20\t2',
      'Oak\tSouth\t2018-19\t3',
    ),
    rows: [
      row('Maple', '2018-19', { SENR: 1 }, 2),
      row('Maple', '2019-20', { SENR: 2 }, 3),
      row('Oak', '2018-19', { SENR: 3 }, 4),
    ],
    ignoredColumns: ['County'],
  },
  {
    name: 'with other columns that never tell whose rows they are',
    text: lines(
      'Year\tSENR\tTotal\tComments\tLast updated\tStatus\tSchools\tSchool Year Label',
      '2018-19\t1\t11\tall there\tMay 1\tdone\t5\tFY19',
      '2019-20\t2\t12\t\tJune 2\topen\t6\tFY20',
    ),
    rows: [row('', '2018-19', { SENR: 1 }, 2), row('', '2019-20', { SENR: 2 }, 3)],
    ignoredColumns: ['Total', 'Comments', 'Last updated', 'Status', 'Schools', 'School Year Label'],
  },
  {
    name: 'in html with text of size 0, as in laid-out mails',
    text: '',
    html: `<div style="font-size:0"><table style="font-size:14px"><tr><th>Year</th><th>SENR</th></tr>
      <tr><td>2018-19</td><td><span style="FONT-SIZE: 0px">1</span>9613<i style="font:0/0 a">7<b>8</b></i></td></tr>
      <tr><td>2019-20</td><td style="opacity:1;font-size:10.0pt">2<u style="opacity:0">9</u></td></tr>
      </table></div>`,
    rows: [row('', '2018-19', { SENR: 9613 }, 2), row('', '2019-20', { SENR: 2 }, 3)],
  },
  {
    name: 'in html with footnote marks on its column names',
    text: '',
    html: '<table><tr><th>Year<sup>a</sup></th><th>SENR<sup>1</sup></th></tr><tr><td>2018-19</td><td>9613</td></tr></table>',
    rows: [row('', '2018-19', { SENR: 9613 }, 2)],
  },
  {
    name: 'in html with styles that change nothing',
    text: '',
    html: `<style>td, span { vertical-align: bottom; text-decoration: none; font-size: 11pt }
      @media (max-width: 400px) { td { display: none } } /* td { display: none } */</style>
      <table><tr><td>Year</td><td>SENR</td></tr><tr><td style="vertical-align:super">2018-19</td>
      <td><span style="vertical-align:baseline;mso-text-raise:0pt">9613</span></td></tr></table>`,
    rows: [row('', '2018-19', { SENR: 9613 }, 2)],
  },
  {
    name: 'as text beside html without a table',
    text: SAMPLE,
    html: '<div>Org_Name Academic_Year</div><table><tr><td>Help Desk</td></tr></table>',
    rows: sampleRows(),
  },
];

const refusedRow = (cells: string) => lines(TSV_NAMES, 'Maple\t2017-18\t1\t2', cells);
const two = { count: 2 };
const three = { count: 3 };
const four = { count: 4 };
const five = { count: 5 };

const notWhole = (cell: string, shown = cell): RefusedShape => ({
  name: `with ${JSON.stringify(cell)} where a number should be`,
  text: refusedRow(`Maple\t2018-19\t9613\t${cell}`),
  line: 3,
  why: ['receipt_number', three, 'SINF', shown],
});

const noYear = (cell: string, shown = cell): RefusedShape => ({
  name: `with ${JSON.stringify(cell)} where a school year should be`,
  text: refusedRow(`Maple\t${cell}\t9613\t4042`),
  line: 3,
  why: ['receipt_year', three, shown],
});

export const REFUSED: readonly RefusedShape[] = [
  { name: 'with nothing in it', text: '', line: 1, why: ['receipt_no_header'] },
  {
    name: 'that is a mail without a table',
    text: 'Dear Help Desk,\nwe sent SENR and SINF for 2018-19.',
    line: 1,
    why: ['receipt_no_header'],
  },
  {
    name: 'of rows without column names',
    text: SAMPLE.split('\n').slice(1).join('\n'),
    line: 1,
    why: ['receipt_no_header_above', { count: 1 }],
  },
  {
    name: 'with rows above the column names',
    text: lines('Maple\t2017-18\t1\t2', SAMPLE),
    line: 1,
    why: ['receipt_no_header_above', { count: 1 }],
  },
  {
    name: 'without a year column',
    text: lines('Counts:', 'Org_Name\tSENR\tSINF', 'Maple\t9613\t4042'),
    line: 2,
    why: ['receipt_no_year_column', two],
  },
  {
    name: 'without a year column, above a whole table',
    text: lines('Org_Name\tSENR\tSINF', 'Maple\t9613\t4042', '', SAMPLE),
    line: 1,
    why: ['receipt_no_year_column', { count: 1 }],
  },
  {
    name: 'without any of the seven types',
    text: lines('Org_Name\tAcademic_Year\tCENR\tTotal', 'Maple\t2018-19\t1\t2'),
    line: 1,
    why: ['receipt_no_type_column', { count: 1 }],
  },
  {
    name: 'with the same type twice',
    text: lines('Org_Name\tYear\tSENR\tSINF\tStudent Enrollment', 'Maple\t2018-19\t1\t2\t3'),
    line: 1,
    why: ['receipt_column_twice', { count: 1 }, 'Student Enrollment'],
  },
  {
    name: 'with two year columns',
    text: lines('', 'School Year,Year,SENR', '2018-19,2019-20,1'),
    line: 2,
    why: ['receipt_column_twice', two, 'Year'],
  },
  {
    name: 'with a row that lacks a cell',
    text: refusedRow('Maple\t2018-19\t9613'),
    line: 3,
    why: ['receipt_cells', three, three, four],
  },
  {
    name: 'with a row that has a cell too many',
    text: refusedRow('Maple\t2018-19\t9613\t4042\t'),
    line: 3,
    why: ['receipt_cells', three, five, four],
  },
  {
    name: 'with a row that lacks its year, after a blank line',
    text: lines(TSV_NAMES, 'Maple\t2017-18\t1\t2', '', 'Maple\t9613\t4042'),
    line: 4,
    why: ['receipt_cells', four, three, four],
  },
  {
    name: 'in columns with an empty place',
    text: lines('Org_Name  Academic_Year  SENR  SINF', 'Maple     2018-19              4042'),
    line: 2,
    why: ['receipt_cells', two, three, four],
  },
  {
    name: 'as CSV with thousands commas that are not quoted',
    text: lines('Org_Name,Academic_Year,SENR,SINF', 'Maple,2018-19,9,613,4,042'),
    line: 2,
    why: ['receipt_cells', two, { count: 6 }, four],
  },
  {
    name: 'with single blanks and an organization beside its numbers',
    text: lines('Year Org_Name SENR SINF', '2018-19 District 49 9613 4042'),
    line: 2,
    why: ['receipt_cells', two, { count: 1 }, four],
  },
  {
    name: 'with another sign in one of its rows',
    text: lines('| Year | SENR |', '| 2018-19 | 1 |', '2019-20, 2'),
    line: 3,
    why: ['receipt_not_parted', three],
  },
  {
    name: 'with quotation marks that do not close',
    text: lines('Org_Name,Academic_Year,SENR,SINF', '"Maple,2018-19,9613,4042', '', SAMPLE),
    line: 2,
    why: ['receipt_not_parted', two],
  },
  notWhole('1.5'),
  notWhole('-3'),
  notWhole('12a'),
  notWhole('1,02'),
  notWhole('1.027'),
  notWhole('39 299'),
  notWhole('39\u00A0299'),
  notWhole('007'),
  notWhole('１２'),
  notWhole('1027 Ann Example', '1027 … …'),
  notWhole('Example', '…'),
  notWhole('9.'.repeat(30), `${'9.'.repeat(19)}9…`),
  {
    name: 'with a number over 50 million',
    text: refusedRow('Maple\t2018-19\t9613\t50,000,001'),
    line: 3,
    why: ['receipt_number_large', three, 'SINF', '50,000,001', { count: 50_000_000 }],
  },
  noYear('2018-20'),
  noYear('2018'),
  noYear('2018-19-20'),
  noYear('99-00'),
  noYear('18-2020'),
  noYear('20182019'),
  noYear('FY19', '…19'),
  {
    name: 'with a total row',
    text: refusedRow('Total\t\t9614\t4044'),
    line: 3,
    why: ['receipt_no_year', three],
  },
  {
    name: 'with an organization in its first row only',
    text: refusedRow('\t2018-19\t9613\t4042'),
    line: 3,
    why: ['receipt_no_organization', three],
  },
  {
    name: 'with one organization and year twice and different numbers',
    text: lines(TSV_NAMES, 'Maple\t2018-19\t1\t2', 'Oak\t2018-19\t1\t3', 'MAPLE\t18-19\t1\t3'),
    line: 4,
    why: ['receipt_row_twice', four, '2018-19', two],
  },
  {
    name: 'with one organization and year twice, once without a number',
    text: lines(TSV_NAMES, 'Maple\t2018-19\t1\t2', 'Maple\t2018-19\t1\t-'),
    line: 3,
    why: ['receipt_row_twice', three, '2018-19', two],
  },
  {
    name: 'with column names alone',
    text: lines('Hello', TSV_NAMES, '', 'Thanks'),
    line: 2,
    why: ['receipt_no_rows', two],
  },
  {
    name: 'over 1 MB',
    text: `${SAMPLE}\n${' '.repeat(1_000_000)}`,
    line: 1,
    why: ['receipt_too_long', { bytes: 1_000_000 }],
  },
  {
    name: 'with an organization broken in two',
    text: lines(TSV_NAMES, 'Maple Leaf', 'Unified\t2018-19\t9613\t4042'),
    line: 2,
    why: ['receipt_stray_line', two],
  },
  {
    name: 'with an organization broken in two at the end',
    text: lines('Year\tSENR\tOrg_Name', '2018-19\t9613\tMaple Leaf', 'Unified'),
    line: 3,
    why: ['receipt_stray_line', three],
  },
  {
    name: 'broken before its last number, where the cell may as well be empty',
    text: lines('Org_Name,Academic_Year,SENR,SINF', 'Maple Leaf,2018-19,9613,', '4042'),
    line: 3,
    why: ['receipt_cells', three, { count: 1 }, four],
  },
  {
    name: 'with numbers left over under a row',
    text: lines(TSV_NAMES, 'Maple\t2018-19\t9613\t4042', '3455'),
    line: 3,
    why: ['receipt_cells', three, { count: 1 }, four],
  },
  {
    name: 'with a broken row that lacks its year',
    text: lines('Org_Name,Year,SENR,SINF', 'Maple,2018-19,1,2', 'Oak Grove,-,', '3'),
    line: 4,
    why: ['receipt_cells', four, { count: 1 }, four],
  },
  {
    name: 'with column names of a second table that are not clear',
    text: lines(
      TSV_NAMES,
      'Maple\t2017-18\t1\t2',
      '',
      'Name, SINF and SENR',
      '',
      'Oak\t2018-19\t4042\t9613',
    ),
    line: 4,
    why: ['receipt_names_unclear', four],
  },
  {
    name: 'of two organizations without a column for them',
    text: lines('Year\tSENR', '2018-19\t1', '', 'Oak Grove', 'Year\tSENR', '2019-20\t2'),
    line: 4,
    why: ['receipt_whose_rows', four],
  },
  {
    name: 'of two tables, one without organization',
    text: lines('Year\tSENR', '2018-19\t1', '', 'Org_Name\tYear\tSENR', 'Oak\t2019-20\t2'),
    line: 4,
    why: ['receipt_organization_column', four],
  },
  {
    name: 'in html with a name over two columns',
    text: SAMPLE,
    html: '<table><tr><th>Year</th><th colspan="2">SENR</th></tr><tr><td>2018-19</td><td>1</td><td>2</td></tr></table>',
    line: 1,
    why: ['receipt_column_wide', { count: 1 }, 'SENR'],
  },
  {
    name: 'in html with a number over two columns',
    text: '',
    html: '<table><tr><th>Year</th><th>SENR</th><th>SINF</th></tr><tr><td>2018-19</td><td colspan="2">9613</td></tr></table>',
    line: 2,
    why: ['receipt_cells', two, two, three],
  },
  {
    name: 'in html with a number over two rows',
    text: '',
    html: '<table><tr><th>Year</th><th>SENR</th></tr><tr><td>2018-19</td><td rowspan="2">9613</td></tr><tr><td>2019-20</td></tr></table>',
    line: 3,
    why: ['receipt_cells', three, { count: 1 }, two],
  },
  {
    name: 'in html with a raised footnote mark',
    text: '',
    html: '<table><tr><th>Year</th><th>SENR</th></tr><tr><td>2018-19</td><td>1027<sup>1</sup></td></tr></table>',
    line: 2,
    why: ['receipt_number', two, 'SENR', '1027 ^1'],
  },
  ...(
    [
      ['<s>57</s>', '~57~'],
      ['<strike>57</strike>', '~57~'],
      ['<del>57</del><ins>58</ins>', '~57~ 58'],
      ['<span style="text-decoration: line-through">57</span>', '~57~'],
      ['<span style="text-decoration-line:underline line-through;">57</span>', '~57~'],
      ['<b class="xl66">57</b>', '~57~'],
      ['1027<span style="vertical-align: super">1</span>', '1027 ^1'],
      ['1027<span style="vertical-align:4.0pt">1</span>', '1027 ^1'],
      ['1027<span style="mso-text-raise:5.0pt">1</span>', '1027 ^1'],
      ['1027<font class="font7">1</font>', '1027 ^1'],
      ['1027<sub>1</sub>', '1027 ^1'],
      ['<sup>57</sup>', '^57'],
    ] as const
  ).map(
    ([cell, shown]): RefusedShape => ({
      name: `in html with ${cell}`,
      text: '',
      html: `<style><!-- .xl66 { color: red; TEXT-DECORATION: Line-Through }
        .font7 { vertical-align: super !important } --></style><table><tr><th>Year</th>
        <th>SENR</th></tr><tr><td>2018-19</td><td>${cell}</td></tr></table>`,
      line: 2,
      why: ['receipt_number', two, 'SENR', shown],
    }),
  ),
  {
    name: 'in html with a row struck through',
    text: '',
    html: '<table><tr><th>SENR</th><th>Year</th></tr><tr style="text-decoration:line-through"><td>57</td><td>2018-19</td></tr></table>',
    line: 2,
    why: ['receipt_year', two, '~2018-19~'],
  },
  {
    name: 'in html with more style rules than a table has',
    text: '',
    html: `<style>${'td { display: block }'.repeat(201)}</style>${htmlOf(SAMPLE)}`,
    line: 1,
    why: ['receipt_nested'],
  },
  ...['Institution', 'School', 'LEA_Name', 'Agency', 'Reported by'].map(
    (name): RefusedShape => ({
      name: `of two organizations in a column named ${name}`,
      text: lines(`${name}\tYear\tSENR`, 'Maple\t2018-19\t1', 'Oak Grove\t2019-20\t2'),
      line: 3,
      why: ['receipt_other_column', three, name, two],
    }),
  ),
  ...['LEA Code', 'CDS', 'School', 'SchoolID', 'Submitted by LEA', 'Charter_Number'].map(
    (name): RefusedShape => ({
      name: `of two organizations known by digits under ${name}`,
      text: lines(`${name}\tYear\tSENR`, '0199901\t2018-19\t1', '0199950\t2019-20\t2'),
      line: 3,
      why: ['receipt_other_column', three, name, two],
    }),
  ),
  {
    name: 'of two organizations in a column without a name',
    text: lines('\tYear\tSENR', 'Maple\t2018-19\t1', 'Oak Grove\t2019-20\t2'),
    line: 3,
    why: ['receipt_other_column', three, '#1', two],
  },
  {
    name: 'of two organizations for the same year',
    text: lines('Agency\tYear\tSENR', 'Maple\t2018-19\t1', 'Oak Grove\t2018-19\t1'),
    line: 3,
    why: ['receipt_other_column', three, 'Agency', two],
  },
  {
    name: 'of two schools of one organization',
    text: lines(
      'Org_Name\tSchool\tYear\tSENR',
      'Maple\tNorth High\t2018-19\t1',
      'Maple\tSouth High\t2018-19\t2',
    ),
    line: 3,
    why: ['receipt_other_column', three, 'School', two],
  },
  {
    name: 'of the parts of a file',
    text: lines('Year\tFile\tSCSC', '2018-19\tSCSC part 1\t30000', '2018-19\tSCSC part 2\t29894'),
    line: 2,
    why: ['receipt_parts', two, 'File'],
  },
  {
    name: 'of the only part of a file that was received',
    text: lines('Year\tRemarks\tSCSC', '2018-19\tSCSC 1 of 2\t30000'),
    line: 2,
    why: ['receipt_parts', two, 'Remarks'],
  },
  {
    name: 'of files without the word part',
    text: lines('Year\tFile name\tSCSC', '2018-19\tscsc_a.txt\t3', '2018-19\tscsc_b.txt\t4'),
    line: 3,
    why: ['receipt_parts', three, 'File name'],
  },
  {
    name: 'of two tables for one year that differ in a type that both have',
    text: lines('Year\tSENR\tSINF', '2018-19\t1\t2', '', 'Year\tSINF\tSPRG', '2018-19\t3\t4'),
    line: 5,
    why: ['receipt_row_twice', five, '2018-19', two],
  },
  ...(
    [
      ['a heading', '<h3>Oak</h3><table>'],
      ['a caption', '<table><caption>Oak</caption>'],
      ['words in a layout', '<table><tr><td>Oak<table>'],
    ] as const
  ).map(
    ([what, begin]): RefusedShape => ({
      name: `with ${what} between two html tables that lack the organization`,
      text: '',
      html: `${htmlOf('Year\tSENR\n2018-19\t9613')}${begin}<tr><td>Year</td><td>SENR</td></tr><tr><td>2019-20</td><td>1</td></tr></table>`,
      line: 2,
      why: ['receipt_whose_rows', two],
    }),
  ),
  {
    name: 'with dots at some thousands alone',
    text: lines('Year\tSCSC\tSENR', '2018-19\t39.299\t9.613', '2019-20\t59.894\t9985'),
    line: 2,
    why: ['receipt_number', two, 'SCSC', '39.299'],
  },
  {
    name: 'with dots and commas',
    text: lines('Year\tSCSC\tSENR', '2018-19\t39,299\t1', '2019-20\t59.894\t9.985'),
    line: 3,
    why: ['receipt_number', three, 'SCSC', '59.894'],
  },
  {
    name: 'with a single number that has a dot',
    text: lines('Year\tSCSC\tSENR', '2018-19\t152\t9.613'),
    line: 2,
    why: ['receipt_number', two, 'SENR', '9.613'],
  },
  {
    name: 'with dots at the wrong places',
    text: lines('Year\tSCSC\tSENR', '2018-19\t39.299\t96.13'),
    line: 2,
    why: ['receipt_number', two, 'SENR', '96.13'],
  },
  {
    name: 'in html with a row that lacks a cell',
    text: SAMPLE,
    html: htmlOf(SAMPLE).replace('<td>152</td>', ''),
    line: 2,
    why: ['receipt_cells', two, { count: 8 }, { count: 9 }],
  },
];
