import { isAbsent, isLikeNumber, isLikeYear } from './cell-values.ts';

/** A line of the pasted text, or a row of the pasted table with tabs between its cells. */
export interface PastedLine {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
}

export interface PastedLines {
  readonly lines: readonly PastedLine[];
  /** Whether a mail program may have broken long lines in two. */
  readonly wrapping: 'possible' | 'impossible';
}

/** Cells of one table, row by row. */
export type Grid = readonly (readonly string[])[];

export interface PageTable {
  readonly grid: Grid;
  /** Between it and the table before stand words, such as the name of another organization. */
  readonly hasWordsAbove: boolean;
}

/** Stands for words between two tables. They are not kept, because they may say anything. */
const WORDS = '…';

/** Marks a cell that a neighbor covers, so that it is never mistaken for an empty one. */
export const COVERED = '\uFFFC';

/** Byte order mark, soft hyphens, marks of direction and others of no width. */
const UNSEEN = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/** Blanks of other widths. One before three digits may stand for a thousands comma: it is kept. */
const ODD_BLANK = /[\u00A0\u2000-\u200A\u202F\u205F\u3000](?!(?<=\d.)\d{3}(?!\d))/g;

/** `> ` before each line of a mail that is answered, `>> ` or `> > ` before the older one in it. */
const QUOTED = /^ ?(?:> ?)+/;

/** Lines of a pasted text without the marks of quoted mail and with plain blanks. */
export function linesOfText(text: string): PastedLines {
  const lines = text
    .replaceAll(UNSEEN, '')
    .replaceAll(ODD_BLANK, ' ')
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ line: index + 1, text: line.replace(QUOTED, '') }));
  return { lines, wrapping: 'possible' };
}

/**
 * Rows of tables as lines with tabs, quoted as a spreadsheet does it. A blank line parts tables, or a
 * line that stands for the words between them.
 */
export function linesOfTables(tables: readonly PageTable[]): PastedLines {
  const lines: PastedLine[] = [];
  let rows = 0;
  for (const { grid, hasWordsAbove } of tables) {
    lines.push({ line: rows, text: hasWordsAbove ? WORDS : '' });
    for (const cells of grid) {
      rows += 1;
      lines.push({ line: rows, text: lineOfCells(cells) });
    }
  }
  return { lines, wrapping: 'impossible' };
}

function lineOfCells(cells: readonly string[]): string {
  const [only = ''] = cells;
  if (cells.length === 1) return only;
  return cells
    .map((cell) => (cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join('\t');
}

export function isBlank({ text }: PastedLine): boolean {
  return text.trim() === '';
}

/** A line drawn with signs, as between the names and the rows of a Markdown table. */
export function isDrawnLine({ text }: PastedLine): boolean {
  return /^[\s|+:=_~*\u2010-\u2015\u2500-\u257F-]+$/.test(text);
}

/**
 * Whether a line that cannot be read as a row was meant as one: it has a school year and a number,
 * and little else. A sentence that mentions years (`for school years 2018-19, 19-20 and 20-21`)
 * does not look so.
 */
export function looksLikeRow({ text }: PastedLine): boolean {
  const words = wordsOf(text);
  return words.some(isLikeYear) && words.some(isLikeNumber) && isMostlyValues(words);
}

/** Whether a line could be a row or the rest of one: it has a number, and little else. */
export function looksLikeNumbers({ text }: PastedLine): boolean {
  const words = wordsOf(text);
  return words.some(isLikeNumber) && words.filter(isValue).length * 2 >= words.length;
}

export function hasValue({ text }: PastedLine): boolean {
  return wordsOf(text).some((word) => isLikeNumber(word) || isLikeYear(word));
}

/** Whether a line can be the rest of the row before it: numbers only, and no other year. */
export function isRestOfRow({ text }: PastedLine): boolean {
  const words = wordsOf(text);
  return words.some(isLikeNumber) && words.every((word) => isValue(word) && !isLikeYear(word));
}

function isMostlyValues(words: readonly string[]): boolean {
  const ends = [words.slice(0, 2), words.slice(-2)];
  return (
    words.filter(isValue).length * 2 >= words.length ||
    ends.some((pair) => pair.length === 2 && pair.every(isValue))
  );
}

function isValue(word: string): boolean {
  return isLikeNumber(word) || isLikeYear(word) || isAbsent(word);
}

/** Words between all signs that can part columns; `9,613` makes two. */
function wordsOf(text: string): string[] {
  return text.split(/[\s|;,"]+/).filter(Boolean);
}
