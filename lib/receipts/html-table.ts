import { isLikeNumber, isLikeYear } from './cell-values.ts';
import type { StyleRule } from './page-styles.ts';
import type { Grid, PageTable } from './pasted-lines.ts';
import { COVERED } from './pasted-lines.ts';
import { markSeenText } from './seen-text.ts';

/**
 * Tables of a copied page, mail or sheet, as a reader sees them: hidden parts are left out, struck
 * and raised parts are marked, and a cell over several rows counts for each. Tables that only hold
 * other tables are left out.
 * @param page made for this call alone, because it is changed
 */
export function tablesIn(page: Document, rules: readonly StyleRule[] = []): PageTable[] {
  markSeenText(page, rules);
  const tables = [...page.querySelectorAll('table')].filter(
    (table) => !table.querySelector('table'),
  );
  const belowWords = tablesBelowWords(page, new Set(tables));
  return tables.map((table) => ({ grid: gridOf(table), hasWordsAbove: belowWords.has(table) }));
}

/** The tables between which and the table before stand words. A caption counts as such, too. */
function tablesBelowWords(page: Document, tables: ReadonlySet<Element>): Set<Element> {
  const found = new Set<Element>();
  const texts = page.createTreeWalker(page.body, SHOW_TEXT);
  let last: Element | undefined;
  let hasWords = false;
  while (texts.nextNode()) {
    const { parentElement, textContent } = texts.currentNode;
    if (!/\p{L}|\d/u.test(textContent ?? '')) continue;
    const table = parentElement?.closest('tr')?.closest('table');
    const isCell = table && tables.has(table);
    if (!isCell) hasWords ||= /\p{L}/u.test(textContent ?? '');
    else if (table !== last) {
      if (last && hasWords) found.add(table);
      last = table;
      hasWords = false;
    }
  }
  return found;
}

/** NodeFilter.SHOW_TEXT, which some environments lack. */
const SHOW_TEXT = 4;

/** A table with more cells than that, or a wider one, has no row counts. Spans can claim millions. */
const MOST_CELLS = 200_000;
const WIDEST_ROW = 500;

/** Empty for a table that is too large to be one of row counts. */
function gridOf(table: Element): Grid {
  const rows = [...table.querySelectorAll('tr')];
  const grid: string[][] = rows.map(() => []);
  let cells = 0;
  for (const [top, row] of rows.entries()) {
    let left = 0;
    for (const cell of row.querySelectorAll('td, th')) {
      const height = Math.min(span(cell, 'rowspan'), rows.length - top);
      const width = Math.min(span(cell, 'colspan'), WIDEST_ROW);
      left = firstFree(grid[top] ?? [], left);
      cells += height * width;
      if (cells > MOST_CELLS || left + width > WIDEST_ROW) return [];
      place(grid.slice(top, top + height), left, textOf(cell), width);
    }
  }
  return grid.map((cellsOfRow) => Array.from(cellsOfRow, (text) => text ?? ''));
}

/**
 * Puts a cell into its rows. A name over several rows stands in each of them. A number does not,
 * since nothing tells which row it belongs to.
 */
function place(rows: readonly string[][], left: number, text: string, width: number): void {
  const below = isLikeNumber(text) && !isLikeYear(text) ? COVERED : text;
  for (const [down, row] of rows.entries()) {
    for (let right = 0; right < width; right += 1) {
      row[left + right] = right > 0 ? COVERED : down > 0 ? below : text;
    }
  }
}

function firstFree(row: readonly (string | undefined)[], from: number): number {
  let at = from;
  while (row[at] !== undefined) at += 1;
  return at;
}

function span(cell: Element, name: 'rowspan' | 'colspan'): number {
  const value = Number(cell.getAttribute(name) ?? 1);
  return Number.isInteger(value) && value > 0 ? value : 1;
}

function textOf(cell: Element): string {
  return (cell.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}
