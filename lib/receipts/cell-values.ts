import type { SchoolYear } from '../calpads/school-year.ts';
import { parseSchoolYear } from '../calpads/school-year.ts';
import type { Writing } from './figures.ts';

/** Everything that a word processor may put in place of a hyphen. */
const DASHES = /[\u2010-\u2015\u2212]/g;

/** A whole number without leading zeros, plain or with commas at the thousands. */
const WHOLE_NUMBER = /^(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)$/;

/** The same with dots, which stand at the thousands or before decimals. */
const WITH_DOTS = /^[1-9]\d{0,2}(?:\.\d{3})+$/;

/**
 * An empty cell, a dash, or what databases and people write for none. There is no such file, which
 * is not the same as 0 rows.
 */
const ABSENT = /^(?:|-+|n\/?a|n\.a\.|null|none|nil|ninguno)$/i;

/** A row count, and how it is written: see figures.ts. */
export interface WrittenCount {
  readonly count: number;
  readonly writing: Writing;
}

/**
 * Row count in a cell: `9613`, `9,613`, or `9.613` if the other numbers show what the dot means. A
 * text that lost a digit, such as `1,02`, is no number.
 */
export function readCount(cell: string): WrittenCount | 'absent' | 'not a whole number' {
  const text = plainDashes(cell).trim();
  if (ABSENT.test(text)) return 'absent';
  const isWithDots = WITH_DOTS.test(text);
  if (!isWithDots && !WHOLE_NUMBER.test(text)) return 'not a whole number';
  const count = Number(text.replaceAll(/[.,]/g, ''));
  if (isWithDots) return { count, writing: 'dots' };
  if (text.includes(',')) return { count, writing: 'commas' };
  return { count, writing: count < 1000 ? 'short' : 'plain' };
}

/** Two digits stand for 2000 to 2049. `99-00` belongs to the century before. */
const SHORT_YEAR = /^[0-4]\d-\d{2}$/;
const YEAR_SHAPE = /^(?:20)?\d{2}-(?:20)?\d{2}$/;

/** School year in a cell: `2018-2019`, `2018-19` or `18-19`, with any dash. */
export function readYear(cell: string): SchoolYear | undefined {
  const text = plainYear(cell);
  if (!YEAR_SHAPE.test(text)) return undefined;
  return parseSchoolYear(SHORT_YEAR.test(text) ? `20${text}` : text);
}

const SHORTEST_YEAR = '18-19'.length;

/** Whether a text has the shape of a school year, even if it is none, such as `2018-20`. */
export function isLikeYear(text: string): boolean {
  if (text.length < SHORTEST_YEAR) return false; // as most words of a long text
  return YEAR_SHAPE.test(plainYear(text));
}

/** Whether a text looks like a number, even if it is no whole one, such as `1.5`, `12a` or `-3`. */
export function isLikeNumber(text: string): boolean {
  return /^[+-]?\d[\d.,]*[a-z%]?$/i.test(plainDashes(text));
}

/** Whether a text says that there is no number. */
export function isAbsent(text: string): boolean {
  return ABSENT.test(plainDashes(text));
}

const LONGEST_SHOWN = 40;

/**
 * A cell's content, fit to be shown: its digits and signs. Words are cut out (`12 Ann` → `12 …`),
 * because nobody knows what was pasted. A single letter stays, as in `12a`.
 */
export function shownCell(cell: string): string {
  const numbers = cell.trim().replaceAll(/\p{L}[\p{L}\p{M}]+/gu, '…');
  return shortened(numbers);
}

/** A text cut off after 40 characters. */
export function shortened(text: string): string {
  const letters = [...text];
  if (letters.length <= LONGEST_SHOWN) return text;
  return `${letters.slice(0, LONGEST_SHOWN - 1).join('')}…`;
}

function plainYear(text: string): string {
  const parts = plainDashes(text).split('-');
  return parts.map((part) => part.trim()).join('-');
}

function plainDashes(text: string): string {
  return text.replaceAll(DASHES, '-');
}
