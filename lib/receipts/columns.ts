import type { FileType } from '../calpads/file-types.ts';
import { FILE_TYPE_NAMES, FILE_TYPES } from '../calpads/file-types.ts';
import { namesOfType } from './type-names.ts';

/** What a column of the help desk's table can be; all others are ignored. */
export type Column = 'organization' | 'school year' | FileType;

/** Names of columns, in small letters and without what stands between words. */
const NAMES: ReadonlyMap<string, Column> = new Map<string, Column>([
  ...names('organization', ['Org_Name', 'Organization', 'Organization Name', 'Organisation']),
  ...names('organization', ['District', 'District Name']),
  ...names('school year', ['Academic_Year', 'School Year', 'Year']),
  ...FILE_TYPES.flatMap((code) => names(code, namesOfType(code))),
]);

/** Which column a name stands for, in any letter case: `Org_Name`, `Academic Year`, `SENR`. */
export function columnNamed(name: string): Column | undefined {
  return NAMES.get(bare(name));
}

/** Words in the longest name: `CALPADS SCTE Student Career Technical Education Row Count`. */
const MOST_WORDS = 8;

/**
 * Splits a text that consists of column names with only blanks between them:
 * `Academic Year CRSC Student Enrollment` → `['Academic Year', 'CRSC', 'Student Enrollment']`.
 * Absent when a word is left over, because nobody can tell which column it belongs to.
 */
export function columnNamesIn(text: string): string[] | undefined {
  const words = text.split(/\s+/).filter(Boolean);
  const found: string[] = [];
  for (let at = 0; at < words.length; ) {
    const length = longestNameAt(words, at);
    if (length === 0) return undefined;
    found.push(words.slice(at, at + length).join(' '));
    at += length;
  }
  return found.length > 0 ? found : undefined;
}

const ANY_TYPE = new RegExp(
  `\\b(?:${[...FILE_TYPES, ...Object.values(FILE_TYPE_NAMES).toSorted(byLongest)].join('|')})\\b`,
  'gi',
);

/** How many different file types a text mentions, by code or by name, wherever they stand. */
export function typesMentioned(text: string): number {
  const mentions = text.match(ANY_TYPE) ?? [];
  return new Set(mentions.map(columnNamed)).size;
}

/** How any name begins. Most words of a long text begin none. */
const BEGINNINGS: ReadonlySet<string> = new Set(
  [...NAMES.keys()].flatMap((name) => [...name].map((_, at) => name.slice(0, at + 1))),
);

function longestNameAt(words: readonly string[], at: number): number {
  const first = bare(words[at] ?? '');
  if (first && !BEGINNINGS.has(first)) return 0;
  for (let length = MOST_WORDS; length > 0; length -= 1) {
    const run = words.slice(at, at + length);
    if (run.length === length && columnNamed(run.join(' '))) return length;
  }
  return 0;
}

function names(column: Column, all: readonly string[]): [string, Column][] {
  return all.map((name) => [bare(name), column]);
}

/**
 * Only what never changes a meaning is left out: `SENR %` is not `SENR`. The mark of a footnote is
 * left out: see seen-text.ts.
 */
function bare(name: string): string {
  const text = name.includes('^') ? name.replace(/ \^[\w*]{1,2}$/, '') : name;
  return text.toLowerCase().replaceAll(/[\s_.:*()[\]-]+/g, '');
}

function byLongest(a: string, b: string): number {
  return b.length - a.length;
}
