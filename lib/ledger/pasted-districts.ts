import { isCells, splitQuoted } from '../receipts/separators.ts';
import { z } from '../validation/z.ts';

/** A row of a pasted table of districts, as typed. A field is empty if the table has none. */
export interface PastedDistrict {
  /** 1-based line of the pasted text. */
  readonly line: number;
  readonly name: string;
  readonly lea: string;
  readonly rounds: string;
  readonly contact: string;
}

type Field = Exclude<keyof PastedDistrict, 'line'>;

export interface PastedDistricts {
  readonly rows: readonly PastedDistrict[];
  /** Names of columns that are none of the fields. */
  readonly ignored: readonly string[];
}

/** In small letters and without what stands between words, in English and Spanish. */
const FIELD_NAMES: ReadonlyMap<string, Field> = new Map<string, Field>([
  ...named(
    'name',
    'district, districtname, name, organization, organizationname, orgname, leaname',
  ),
  ...named('name', 'agency, charter, school, distrito, nombre, organización, organizacion'),
  ...named('lea', 'lea, leacode, reportinglea, reportingleacode, code, cds, cdscode, districtcode'),
  ...named('lea', 'código, codigo, códigolea, codigolea, códigodelalea, codigodelalea'),
  ...named('rounds', 'round, rounds, k12swpround, k12swprounds, fundinground, fundingrounds'),
  ...named('rounds', 'ronda, rondas'),
  ...named('contact', 'contact, contactname, email, emailaddress, contactemail, mail'),
  ...named('contact', 'contacto, correo, correoelectrónico, correoelectronico'),
]);

/** A state has some 2,000 districts and charter schools. */
const pastedText = z.string().max(300_000);

/**
 * Reads districts that were copied from a spreadsheet: a row for each, with or without a first row
 * of column names. Without it, each cell's content says what it is.
 * @returns nothing if the text is too long to be such a table
 */
export function readDistricts(pasted: string): PastedDistricts | undefined {
  const text = pastedText.safeParse(pasted);
  if (!text.success) return undefined;
  const lines = text.data
    .split(/\r\n|\r|\n/)
    .map((content, index) => ({ line: index + 1, content }))
    .filter(({ content }) => content.trim() !== '');
  const separator = separatorOf(lines.map(({ content }) => content));
  const table = lines.map(({ line, content }) => ({ line, cells: cellsOf(content, separator) }));
  const [first, ...others] = table;
  const fields = first && fieldsNamed(first.cells);
  if (!first || !fields) return { rows: table.map(byContent), ignored: [] };
  return {
    rows: others.map(({ line, cells }) => rowWith(line, cells, fields)),
    ignored: first.cells.filter((name, at) => !fields[at] && name !== ''),
  };
}

/** A name may hold a comma. So a comma parts columns only where it parts their names. */
function separatorOf(lines: readonly string[]): string {
  if (lines.some((line) => line.includes('\t'))) return '\t';
  const [first = ''] = lines;
  const byComma = [';', ','].find(
    (sign) => first.includes(sign) && fieldsNamed(cellsOf(first, sign)),
  );
  return byComma ?? '\t';
}

function cellsOf(line: string, separator: string): string[] {
  const split = splitQuoted(line, separator);
  const cells = isCells(split) ? split : line.split(separator);
  return cells.map((cell) => cell.trim());
}

/** Nothing unless one of them is the name of the column with the districts' names. */
function fieldsNamed(cells: readonly string[]): readonly (Field | undefined)[] | undefined {
  const fields = cells.map((cell) => FIELD_NAMES.get(bare(cell)));
  return fields.includes('name') ? fields : undefined;
}

function byContent({ line, cells }: { line: number; cells: readonly string[] }): PastedDistrict {
  const fields: Field[] = [];
  for (const cell of cells) fields.push(fieldByContent(cell, fields));
  return rowWith(line, cells, fields);
}

function fieldByContent(cell: string, before: readonly Field[]): Field {
  if (/^[\d -]*\d{5}[\d -]*$/.test(cell)) return 'lea';
  if (/^(?:(?:rounds?|rondas?)\s*)?\d{1,2}(?!\d)(?:[\s\d,;&/-]|and|y)*$/i.test(cell))
    return 'rounds';
  return cell === '' || cell.includes('@') || before.includes('name') ? 'contact' : 'name';
}

function rowWith(
  line: number,
  cells: readonly string[],
  fields: readonly (Field | undefined)[],
): PastedDistrict {
  const all = (wanted: Field, between: string) =>
    cells.filter((cell, at) => fields[at] === wanted && cell !== '').join(between);
  return {
    line,
    name: all('name', ' '),
    lea: all('lea', ' '),
    rounds: all('rounds', ', '),
    contact: all('contact', ' '),
  };
}

function named(field: Field, names: string): [string, Field][] {
  return names.split(', ').map((name) => [bare(name), field]);
}

function bare(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_.:*()#-]+/g, '');
}
