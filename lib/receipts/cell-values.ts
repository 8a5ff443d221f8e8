import type { SchoolYear } from '../calpads/school-year.ts';
import { parseSchoolYear } from '../calpads/school-year.ts';

/** Everything that a word processor may put in place of a hyphen. */
const DASHES = /[\u2010-\u2015\u2212]/g;

/** A whole number without leading zeros, plain or with commas at the thousands. */
const WHOLE_NUMBER = /^(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)$/;

/** An empty cell, a dash or `N/A`: there is no such file, which is not the same as 0 rows. */
const ABSENT = /^(?:|-|n\/a)$/i;

/**
 * Row count in a cell: `9613` or `9,613`. A text with two meanings is no number: `1.027` is 1027 in
 * half of the world, and `1,02` lost a digit.
 */
export function readCount(cell: string): number | 'absent' | 'not a whole number' {
  const text = plainDashes(cell).trim();
  if (ABSENT.test(text)) return 'absent';
  return WHOLE_NUMBER.test(text) ? Number(text.replaceAll(',', '')) : 'not a whole number';
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

/** Whether a text has the shape of a school year, even if it is none, such as `2018-20`. */
export function isLikeYear(text: string): boolean {
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
