import { siteLayout } from './site-layout.ts';

const FILE_TYPES = ['CRSC', 'SCSC', 'SCTE', 'SELA', 'SENR', 'SINF', 'SPRG'];

/** The table in the help desk's reply, with two equal years. */
const ROW_COUNTS: readonly (readonly [school: string, year: string, ...rows: number[]])[] = [
  ['Maple Leaf Unified', '2018-2019', 1027, 39299, 152, 992, 9613, 4042, 3455],
  ['Maple Leaf Unified', '2019-2020', 1795, 59894, 754, 1441, 9985, 4054, 4600],
  ['Maple Leaf Unified', '2020-2021', 1795, 59894, 754, 1441, 9985, 4054, 4600],
  ['Maple Leaf Unified', '2021-2022', 1819, 58591, 427, 1912, 10246, 4071, 4009],
];

export function memberListPage(): string {
  return siteLayout({
    title: 'Member List',
    greeting: 'Welcome back!',
    main: `
<h1>Member List</h1>
<p>The member list shows the row counts for files successfully uploaded to the Cal-PASS Plus
  database separated by year and file content. The member list does not display the distinct number of
  student/courses/awards.</p>
<p>Don't see your district listed? Please check this
  <a href="/CalPass/Help">additional list of other Cal-PASS Plus member districts</a>.</p>
<form class="filter-row" method="get" action="/CalPass/MemberList">
  <label>Select Region
    <select name="region"><option>All regions</option><option>Bay Area</option></select></label>
  <span>Or</span>
  <label>Select District
    <select name="district"><option>Maple Leaf Unified</option></select></label>
  <button type="submit" class="button">Refresh</button>
  <label class="check"><input type="checkbox" name="withData"> Show only districts with data</label>
</form>
<div class="table-scroll" role="region" aria-label="Row counts" tabindex="0">
<table class="data-table">
  <thead><tr>${['Org_Name', 'Academic_Year', ...FILE_TYPES].map(headCell).join('')}</tr></thead>
  <tbody>
${ROW_COUNTS.map((row) => `    <tr>${row.map(dataCell).join('')}</tr>`).join('\n')}
  </tbody>
</table>
</div>`,
  });
}

function headCell(words: string): string {
  return `<th scope="col">${words}</th>`;
}

function dataCell(value: string | number): string {
  return typeof value === 'number' ? `<td class="number">${value}</td>` : `<td>${value}</td>`;
}
