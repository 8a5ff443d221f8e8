import { shortened } from './cell-values.ts';
import type { Header } from './header.ts';
import { COVERED } from './pasted-lines.ts';
import type { ReceiptRow } from './read-row.ts';
import { Refusal } from './refusal.ts';

/** Columns whose values differ from row to row and never tell whose rows they are. */
const HARMLESS =
  /remark|comment|note|total|sum|percent|%|share|date|time|update|received|submitted|status|contact|mail|phone|year/i;
/** Names of columns that stand for organizations or schools, even if they hold digits alone. */
const WHOSE =
  /\b(?:lea|school(?! years?\b)|district|institution|agency|organi[sz]ation|college|charter|campus|site)\b|\b(?:code|id|cds|nces)\b/i;
/** Columns that list files, each of which may be a part of what a row should count. */
const FILES = /file|part|document|extract|upload|archivo|parte/i;
const A_PART = /\b(?:part|parte|pt)\.?\s*\d|\b\d+\s*(?:of|de|\/)\s*\d+\b/i;

interface Seen {
  readonly value: string;
  readonly line: number;
}

/**
 * Looks at the columns that are neither organization, year nor type. If one of them has several
 * values for what seems to be one organization, its rows may belong to several organizations, schools
 * or parts of a file, and would be taken for one.
 */
export class OtherColumns {
  readonly #seen = new Map<string, Seen>();

  /** @throws Refusal if a column may tell rows apart */
  check({ columns, layout }: Header, cells: readonly string[], row: ReceiptRow): void {
    for (const [at, cell] of cells.entries()) {
      const name = layout.names[at] ?? '';
      if (columns[at] || name === COVERED) continue;
      this.#checkCell(name || `#${at + 1}`, cell, row);
    }
  }

  #checkCell(name: string, cell: string, { organization, line }: ReceiptRow): void {
    const at = { count: line };
    if (A_PART.test(cell)) throw new Refusal(line, ['receipt_parts', at, shortened(name)]);
    const value = cell === COVERED ? '' : cell.replaceAll(/\s+/g, ' ').trim().toLowerCase();
    const key = `${organization.toLowerCase()}\n${name.toLowerCase()}`;
    const before = this.#seen.get(key);
    if (!before) this.#seen.set(key, { value, line });
    if (!before || before.value === value || !tellsApart(name, value + before.value)) return;
    if (FILES.test(name)) throw new Refusal(line, ['receipt_parts', at, shortened(name)]);
    const other = { count: before.line };
    throw new Refusal(line, ['receipt_other_column', at, shortened(name), other]);
  }
}

function tellsApart(name: string, values: string): boolean {
  const words = name.replaceAll(/[_-]+|(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
  return WHOSE.test(words) || (!HARMLESS.test(words) && /\p{L}/u.test(values));
}
