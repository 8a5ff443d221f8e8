import type { FileType } from '../calpads/file-types.ts';
import { isFileType } from '../calpads/file-types.ts';
import type { MessageKey, Words } from '../words/words.ts';
import { isLikeNumber, isLikeYear } from './cell-values.ts';
import type { Column } from './columns.ts';
import { typesMentioned } from './columns.ts';
import { Figures } from './figures.ts';
import type { Header, HeaderReading } from './header.ts';
import { readHeader } from './header.ts';
import { OtherColumns } from './other-columns.ts';
import type { PastedLine, PastedLines } from './pasted-lines.ts';
import {
  COVERED,
  hasValue,
  isBlank,
  isDrawnLine,
  isRestOfRow,
  looksLikeNumbers,
  looksLikeRow,
} from './pasted-lines.ts';
import type { ReceiptRow } from './read-row.ts';
import { readRow, refuseCells } from './read-row.ts';
import { Refusal } from './refusal.ts';
import type { Split } from './separators.ts';
import { isCells } from './separators.ts';

export interface ReceiptTable {
  readonly rows: readonly ReceiptRow[];
  /** Names of columns that are neither organization, year nor file type; 40 characters at most. */
  readonly ignoredColumns: readonly string[];
}

/**
 * Reads the rows under each line of column names. Text around the table is left alone.
 *
 *   greeting ──► column names ──► row ──► row ──► signature
 *                     ▲                    │
 *                     └── other organization
 *
 * @throws Refusal when a line that was meant as a row cannot be read, or when it is unclear where a
 * number belongs
 */
export function readTable(source: PastedLines): ReceiptTable {
  return new TableReader(source).read();
}

/** What ends a doubt, from the weakest to the strongest. */
const ENDS = ['blank line', 'column names', 'nothing'] as const;

/** A line that makes the rows after it doubtful, up to where the doubt ends. */
interface Doubt {
  readonly line: number;
  readonly why: Words;
  readonly endsWith: (typeof ENDS)[number];
}

/** 1,000 organizations with ten years each. The preview shows them all. */
const MOST_TABLE_ROWS = 10_000;
/** A mail program breaks a row into three lines at most: the longest has nine columns. */
const MOST_LINES_OF_A_ROW = 3;

interface KnownRow {
  readonly row: ReceiptRow;
  /** The types that its table has a column for, even if the cell says that there is none. */
  readonly types: readonly FileType[];
}

class TableReader {
  readonly #source: PastedLines;
  readonly #rows = new Map<string, KnownRow>();
  readonly #figures = new Figures();
  readonly #others = new OtherColumns();
  readonly #ignored = new Set<string>();
  #header: Header | undefined;
  /** The line before. `near`: outside a table, with no blank line between. */
  #before: 'table' | 'near' | 'blank' | 'other' = 'blank';
  #doubt: Doubt | undefined;
  /** The first line that is nearly one of column names: the reason if there is no better one. */
  #partial: Refusal | undefined;

  constructor(source: PastedLines) {
    this.#source = source;
  }

  read(): ReceiptTable {
    for (let at = 0; at < this.#source.lines.length; ) at += this.#step(at);
    if (!this.#header) throw this.#partial ?? new Refusal(1, ['receipt_no_header']);
    const { line } = this.#header;
    if (this.#rows.size === 0) throw new Refusal(line, ['receipt_no_rows', { count: line }]);
    this.#figures.finish();
    const rows = [...this.#rows.values()].map(({ row }) => row);
    return { rows, ignoredColumns: [...this.#ignored] };
  }

  /** Reads the line at an index. Gives the number of lines it takes. */
  #step(at: number): number {
    const line = this.#lineAt(at);
    if (isBlank(line)) return this.#skipBlank();
    const names = readHeader(this.#source, at);
    if (names?.kind === 'header') return this.#begin(names.header);
    if (names) this.#noteUnclear(names, at);
    if (isDrawnLine(line)) return 1;
    if (!this.#header) return this.#skipBeforeTable(line);
    return this.#takeRow(this.#header, at) ?? this.#skipOther(this.#header, line);
  }

  #lineAt(at: number): PastedLine {
    return this.#source.lines[at] ?? { line: at + 1, text: '' };
  }

  #skipBlank(): number {
    this.#before = 'blank';
    if (this.#doubt?.endsWith === 'blank line') this.#doubt = undefined;
    return 1;
  }

  #begin(header: Header): number {
    if (this.#header && hasOrganization(this.#header) !== hasOrganization(header)) {
      throw new Refusal(header.line, ['receipt_organization_column', { count: header.line }]);
    }
    for (const name of header.ignored) this.#ignored.add(name);
    this.#header = header;
    this.#before = 'table';
    if (this.#doubt?.endsWith !== 'nothing') this.#doubt = undefined;
    return header.height;
  }

  /** Unclear names count at once when numbers follow. A sentence may list types, too. */
  #noteUnclear(names: Exclude<HeaderReading, { kind: 'header' }>, at: number): void {
    const { line } = this.#lineAt(at);
    const refusal = new Refusal(line, names.why);
    if (names.kind === 'unclear' || this.#numbersFollow(at)) throw refusal;
    this.#partial ??= refusal;
    if (this.#header) this.#raise('receipt_names_unclear', line, 'column names');
  }

  #numbersFollow(at: number): boolean {
    let next = at + 1;
    while (next < this.#source.lines.length && isDrawnLine(this.#lineAt(next))) next += 1;
    return looksLikeNumbers(this.#lineAt(next)) || looksLikeRow(this.#lineAt(next));
  }

  #skipBeforeTable(line: PastedLine): number {
    if (!looksLikeRow(line)) return 1;
    throw new Refusal(line.line, ['receipt_no_header_above', { count: line.line }]);
  }

  /** Reads the row that begins at an index. Gives the number of its lines, if it is a row. */
  #takeRow(header: Header, at: number): number | undefined {
    const { line, text } = this.#lineAt(at);
    let joined: string | undefined = text;
    let split = header.layout.split(text);
    for (let height = 1; joined !== undefined; height += 1) {
      if (isCells(split) && split.length === header.columns.length) {
        this.#takeCells(header, split, line);
        return height;
      }
      joined = this.#joinNext(header, joined, split, at + height, height);
      if (joined !== undefined) split = header.layout.split(joined);
    }
    this.#refuseBrokenRow(header, this.#lineAt(at));
    return undefined;
  }

  #joinNext(
    header: Header,
    first: string,
    split: Split,
    at: number,
    height: number,
  ): string | undefined {
    const next = this.#source.lines[at];
    if (this.#source.wrapping === 'impossible' || height === MOST_LINES_OF_A_ROW) return undefined;
    if (!next || isBlank(next)) return undefined;
    if (isCells(split) && split.length > header.columns.length) return undefined;
    return split === 'open' || isRestOfRow(next) ? header.layout.join(first, next.text) : undefined;
  }

  #takeCells(header: Header, cells: readonly string[], line: number): void {
    if (isTitle(cells)) {
      this.#leaveTable();
      this.#doubtOrganization(header, line);
      return;
    }
    if (this.#doubt) throw new Refusal(this.#doubt.line, this.#doubt.why);
    const row = readRow(cells, header.columns, line, this.#figures);
    this.#others.check(header, cells, row);
    this.#add(row, header);
    this.#before = 'table';
  }

  #add(row: ReceiptRow, header: Header): void {
    const key = `${row.schoolYear} ${row.organization.toLowerCase()}`;
    const known = this.#rows.get(key);
    const types = header.columns.filter(isType);
    if (known) {
      this.#rows.set(key, this.#joined(known, { row, types }));
      return;
    }
    if (this.#rows.size === MOST_TABLE_ROWS) {
      throw new Refusal(row.line, ['receipt_too_many_rows', { count: MOST_TABLE_ROWS }]);
    }
    this.#rows.set(key, { row, types });
  }

  /** Two tables may list one year, each with other types. */
  #joined(known: KnownRow, { row, types }: KnownRow): KnownRow {
    const { line, schoolYear, counts } = row;
    const inBoth = types.filter((type) => known.types.includes(type));
    if (inBoth.some((type) => known.row.counts[type] !== counts[type])) {
      const other = { count: known.row.line };
      throw new Refusal(line, ['receipt_row_twice', { count: line }, schoolYear, other]);
    }
    if (inBoth.length === types.length) return known;
    return {
      row: { ...known.row, counts: { ...known.row.counts, ...counts } },
      types: [...new Set([...known.types, ...types])],
    };
  }

  /** Which columns the numbers of a row with too few or too many cells belong to is a guess. */
  #refuseBrokenRow({ layout, columns }: Header, line: PastedLine): void {
    const split = layout.split(line.text);
    const cells = isCells(split) ? split : [];
    const isAdjacent = this.#before === 'table';
    const isMeantAsRow =
      looksLikeRow(line) ||
      (isAdjacent && hasValue(line)) ||
      (this.#before === 'near' && isRestOfRow(line)) ||
      (layout.isGrid && filledOf(cells).length > 1 && (isAdjacent || hasValue(line))) ||
      (Math.abs(cells.length - columns.length) === 1 && cells.some(isValueCell));
    if (!isMeantAsRow) return;
    if (isCells(split)) throw refuseCells(split.length, columns.length, line.line);
    throw new Refusal(line.line, ['receipt_not_parted', { count: line.line }]);
  }

  #skipOther(header: Header, { line, text }: PastedLine): number {
    const isUnderRow = this.#before === 'table' && this.#rows.size > 0;
    this.#leaveTable();
    this.#doubtOrganization(header, line);
    if (typesMentioned(text) > 1) this.#raise('receipt_names_unclear', line, 'column names');
    if (this.#source.wrapping === 'impossible') return 1;
    if (isUnderRow && header.columns.at(-1) === 'organization') {
      throw new Refusal(line, ['receipt_stray_line', { count: line }]);
    }
    // It may be the first half of the name of an organization.
    this.#raise('receipt_stray_line', line, 'blank line');
    return 1;
  }

  #leaveTable(): void {
    const wasNear = this.#before === 'table' || this.#before === 'near';
    this.#before = wasNear ? 'near' : 'other';
  }

  #doubtOrganization(header: Header, line: number): void {
    if (hasOrganization(header) || this.#rows.size === 0) return;
    this.#raise('receipt_whose_rows', line, 'nothing');
  }

  #raise(key: MessageKey, line: number, endsWith: Doubt['endsWith']): void {
    const known = this.#doubt ? ENDS.indexOf(this.#doubt.endsWith) : -1;
    if (ENDS.indexOf(endsWith) <= known) return;
    this.#doubt = { line, why: [key, { count: line }], endsWith };
  }
}

/** A heading in a row of its own. Rows below it may belong to another organization. */
function isTitle(cells: readonly string[]): boolean {
  const [only = '', ...others] = filledOf(cells);
  return others.length === 0 && !/\d/.test(only);
}

function filledOf(cells: readonly string[]): readonly string[] {
  return cells.filter((cell) => cell !== '' && cell !== COVERED);
}

function isValueCell(cell: string): boolean {
  return isLikeNumber(cell) || isLikeYear(cell);
}

function hasOrganization({ columns }: Header): boolean {
  return columns.includes('organization');
}

function isType(column: Column | undefined): column is FileType {
  return column !== undefined && isFileType(column);
}
