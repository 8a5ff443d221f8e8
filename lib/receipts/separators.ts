import { isLikeYear } from './cell-values.ts';
import type { Column } from './columns.ts';
import { columnNamed, columnNamesIn } from './columns.ts';

/** Cells of a line; `open` when it stops inside one; nothing when it is not parted like the names. */
export type Split = readonly string[] | 'open' | undefined;

export function isCells(split: Split): split is readonly string[] {
  return split !== undefined && split !== 'open';
}

/** How the columns of one table are parted, as its line of column names shows. */
export interface Layout {
  readonly names: readonly string[];
  /** Whether the sign between columns is one that no sentence has: a tab or a pipe. */
  readonly isGrid: boolean;
  split(line: string): Split;
  /** Two lines that a mail program made of one; nothing when it is unclear what stood between. */
  join(first: string, next: string): string | undefined;
}

/** Reads a line as column names; nothing when it is not parted this way. */
export type Separator = (line: string) => Layout | undefined;

/** The first that finds the columns in a line is right: no name of a column has any of these signs. */
export const SEPARATORS: readonly Separator[] = [
  tabs,
  pipes,
  delimiter(';'),
  delimiter(','),
  blanks,
];

function tabs(line: string): Layout | undefined {
  const layout = delimiter('\t')(line);
  return layout && { ...layout, isGrid: true, join: joinAtTab };
}

/** The tab is the blank at which the mail program broke the line. One left over is one in doubt. */
function joinAtTab(first: string, next: string): string | undefined {
  if (splitQuoted(first, '\t') === 'open') return joinAtBlank(first, next);
  return first.endsWith('\t') || next.startsWith('\t') ? undefined : `${first}\t${next}`;
}

function joinAtBlank(first: string, next: string): string {
  return `${first} ${next}`;
}

function delimiter(sign: string): Separator {
  return (line) => {
    const names = splitQuoted(line, sign);
    if (!isCells(names) || names.length < 2) return undefined;
    const split = (text: string) => splitQuoted(text, sign);
    return { names, isGrid: false, split, join: joinAtBlank };
  };
}

/**
 * Splits a line of delimited text as RFC 4180 describes it: a cell may stand in quotation marks, and
 * a doubled mark inside them is one mark. Blanks around a cell do not count.
 */
export function splitQuoted(line: string, sign: string): Split {
  const cells: string[] = [];
  for (let at = 0; at <= line.length; at += 1) {
    const begin = skipBlanks(line, at);
    const cell = line[begin] === '"' ? quotedAt(line, begin) : bareAt(line, at, sign);
    if (cell === 'open') return 'open';
    cells.push(cell.text.trim());
    at = skipBlanks(line, cell.end);
    if (at < line.length && line[at] !== sign) return undefined;
  }
  return cells;
}

interface QuotableCell {
  readonly text: string;
  /** Where the line goes on after it. */
  readonly end: number;
}

function bareAt(line: string, at: number, sign: string): QuotableCell {
  const next = line.indexOf(sign, at);
  const end = next < 0 ? line.length : next;
  return { text: line.slice(at, end), end };
}

function quotedAt(line: string, begin: number): QuotableCell | 'open' {
  for (let at = begin + 1; at < line.length; at += 1) {
    if (line[at] !== '"') continue;
    if (line[at + 1] === '"') at += 1;
    else return { text: line.slice(begin + 1, at).replaceAll('""', '"'), end: at + 1 };
  }
  return 'open';
}

function skipBlanks(line: string, from: number): number {
  let at = from;
  while (line[at] === ' ') at += 1;
  return at;
}

/** `| a | b |` or `a | b`: rows must begin and end as the names do. */
function pipes(line: string): Layout | undefined {
  const names = line.trim();
  const begins = names.startsWith('|');
  const ends = names.length > 1 && names.endsWith('|');
  const split = (text: string): Split => {
    const row = text.trim();
    if (row.startsWith('|') !== begins) return undefined;
    if (ends && (row.length < 2 || !row.endsWith('|'))) return 'open';
    const inner = row.slice(begins ? 1 : 0, ends ? -1 : undefined);
    return inner.split('|').map((cell) => cell.trim());
  };
  const cells = split(line);
  if (!isCells(cells) || cells.length < 2) return undefined;
  return { names: cells, isGrid: true, split, join: joinAtBlank };
}

/**
 * Aligned columns with two or more blanks between them. Single blanks are enough where they leave
 * nothing to guess: among names that are all known, and in rows where the organization, the only
 * cell that may hold blanks, stands between the year and an end of the line.
 */
function blanks(line: string): Layout | undefined {
  const names = partedByTwo(line).flatMap((part) =>
    columnNamed(part) ? [part] : (columnNamesIn(part) ?? [part]),
  );
  if (names.length < 2) return undefined;
  const splitWords = wordSplitter(names.map(columnNamed));
  const split = (text: string): Split => {
    const parts = partedByTwo(text);
    return parts.length === names.length ? parts : (splitWords?.(text) ?? parts);
  };
  return { names, isGrid: false, split, join: joinAtBlank };
}

function partedByTwo(text: string): string[] {
  return text.replaceAll('\t', '  ').trim().split(/ {2,}/);
}

function wordSplitter(
  columns: readonly (Column | undefined)[],
): ((text: string) => Split) | undefined {
  if (columns.includes(undefined)) return undefined;
  const organization = columns.indexOf('organization');
  const year = columns.indexOf('school year');
  if (organization < 0) return wordsIn;
  if (organization === 0 && year === 1) return gatherBeforeYear;
  if (organization === columns.length - 1 && year === organization - 1) return gatherAfterYear;
  return undefined;
}

function wordsIn(text: string): string[] {
  return text.split(/[ \t]+/).filter(Boolean);
}

function gatherBeforeYear(text: string): string[] {
  const words = wordsIn(text);
  const year = onlyYearIn(words);
  if (year < 1) return words;
  return [words.slice(0, year).join(' '), ...words.slice(year)];
}

function gatherAfterYear(text: string): string[] {
  const words = wordsIn(text);
  const year = onlyYearIn(words);
  if (year < 0 || year === words.length - 1) return words;
  return [...words.slice(0, year + 1), words.slice(year + 1).join(' ')];
}

/** Index of the one word like a year; -1 when there is none or a second. */
function onlyYearIn(words: readonly string[]): number {
  const first = words.findIndex(isLikeYear);
  return words.findLastIndex(isLikeYear) === first ? first : -1;
}
