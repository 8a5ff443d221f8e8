import type { CellStatus } from './cells.ts';
import { CELL_STATUSES } from './cells.ts';
import { csvField } from './csv.ts';
import type { OrganizationRow } from './organization-rows.ts';

const COLUMNS = [
  'organization',
  'reporting LEA',
  'rounds',
  'due',
  'done',
  'of',
  'counted in',
  ...CELL_STATUSES,
  'next step',
];

/** One line for each organization, for a spreadsheet. Field names are English in every language. */
export function organizationsCsv(rows: readonly OrganizationRow[]): string {
  const lines = rows.map(({ organization, summary, progress, due }) => {
    const countOf = (status: CellStatus) =>
      summary.counts.find((one) => one.status === status)?.count ?? 0;
    return [
      organization.name,
      organization.reportingLea ?? '',
      organization.rounds.join(', '),
      due,
      progress.done,
      progress.all,
      progress.of,
      ...CELL_STATUSES.map(countOf),
      summary.next.kind,
    ];
  });
  return [COLUMNS, ...lines].map((fields) => `${fields.map(csvField).join(',')}\r\n`).join('');
}
