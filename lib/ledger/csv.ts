import type { Organization } from '../requirements/organization.ts';
import type { Checklist, ChecklistCell } from './checklist.ts';
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
  'parts sent',
  'sent on',
  'confirmed by e-mail on',
  'counts received on',
  'reason',
];

/** One line for each cell of a checklist, for a spreadsheet. Field names are English in every language. */
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
    partsSent(cell.sent?.parts),
    day(cell.sent?.at),
    day(cell.emailAt),
    day(cell.counts?.at),
    cell.reason ?? '',
  ]);
  return [COLUMNS, ...lines].map((fields) => `${fields.map(csvField).join(',')}\r\n`).join('');
}

/** `1 of 2`: a slash or a hyphen would make it a date. */
function partsSent(parts: NonNullable<ChecklistCell['sent']>['parts']): string {
  return parts ? `${parts.done.length} of ${parts.of}` : '';
}

/** Signs that begin a formula, also in the full-width and small forms of East Asian keyboards. */
const FORMULA_SIGNS = String.raw`=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B`;
/** Spreadsheets may skip what stands before one: blanks, controls, a byte order mark, signs of no width. */
const FORMULA = new RegExp(String.raw`^[\p{Z}\p{Cc}\p{Cf}]*[${FORMULA_SIGNS}]|^[\t\r\n]`, 'u');
/** A spreadsheet would drop its leading zeros. */
const CODE = /^\d{5,}$/;
/** In other countries, spreadsheets split cells at a semicolon or a tab. A formula could follow it. */
const NEEDS_QUOTES = /[",;\t\r\n]/;

/**
 * Quoted as RFC 4180 says. Text that a spreadsheet would take for a formula gets an apostrophe in
 * front (OWASP, "CSV Injection"), and so does a code of digits.
 */
export function csvField(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) || CODE.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function day(at: number | undefined): string {
  return at === undefined ? '' : isoDay(at);
}
