import type { Organization } from '../requirements/organization.ts';
import type { Checklist } from './checklist.ts';
import { isoDay } from './next-step.ts';

const COLUMNS = [
  'organization',
  'reporting LEA',
  'school year',
  'file type',
  'required',
  'status',
  'rows sent',
  'rows received',
  'file',
  'sent on',
  'confirmed by e-mail on',
  'counts received on',
  'reason',
];

/** One line per cell of a checklist, for a spreadsheet. Field names are English in every language. */
export function checklistCsv(organization: Organization | undefined, { cells }: Checklist): string {
  const lines = cells.map((cell) => [
    organization?.name ?? '',
    organization?.reportingLea ?? '',
    cell.schoolYear,
    cell.fileType,
    cell.isRequired ? 'yes' : 'no',
    cell.status,
    cell.sent?.rows ?? '',
    cell.counts?.rows ?? '',
    cell.sent?.name ?? '',
    day(cell.sent?.at),
    day(cell.emailAt),
    day(cell.counts?.at),
    cell.reason ?? '',
  ]);
  return [COLUMNS, ...lines].map((fields) => `${fields.map(csvField).join(',')}\r\n`).join('');
}

/**
 * Quoted as RFC 4180 says. Text that a spreadsheet would take for a formula gets an apostrophe in
 * front (OWASP, "CSV Injection"), and so do codes of digits, whose leading zeros it would drop.
 */
export function csvField(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const isRisky = /^[=+\-@\t\r\n]/.test(value) || /^\d{5,}$/.test(value);
  const text = isRisky ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function day(at: number | undefined): string {
  return at === undefined ? '' : isoDay(at);
}
