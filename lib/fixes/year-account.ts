import type { SchoolYear } from '../calpads/school-year.ts';
import type { FileFacts, OddLines } from '../inspection/file-facts.ts';
import { DOUBTFUL_KINDS, foreignOf, SURPLUS_KINDS } from '../inspection/foreign-lines.ts';
import { yearHistogram } from '../rules/rule.ts';
import type { Words } from '../words/words.ts';

/** What becomes of each line of a file that is cut by school year. */
export interface YearAccount {
  /** The years that get a file of their own, with their rows, oldest first. */
  readonly files: readonly YearRows[];
  /** The years that are not in the checklist. Their rows go to no file. */
  readonly outside: readonly YearRows[];
  /** Records without a readable school year. They go to no file. */
  readonly withoutYear: OddLines;
  /** Lines that are neither blank nor a record. They go to no file. */
  readonly foreign: OddLines;
  readonly blankLines: number;
  /** Lines that begin with a byte order mark. Only the mark goes to no file. */
  readonly marks: OddLines;
  /** All lines of the file: the rows of all years, and the four counts above. */
  readonly lines: number;
}

type YearRows = readonly [SchoolYear, number];

type Counted = Pick<
  FileFacts,
  'rows' | 'blankRows' | 'foreignLines' | 'schoolYears' | 'oddities' | 'encoding'
>;

/** @param wanted the years that get a file, if any record is from them */
export function yearAccount(facts: Counted, wanted: readonly SchoolYear[]): YearAccount {
  const { rows, blankRows, foreignLines, oddities } = facts;
  const years = yearHistogram(facts);
  const withYear = years.reduce((sum, [, count]) => sum + count, 0);
  const foreign = foreignOf(foreignLines, [...SURPLUS_KINDS, ...DOUBTFUL_KINDS]);
  return {
    files: years.filter(([year]) => wanted.includes(year)),
    outside: years.filter(([year]) => !wanted.includes(year)),
    withoutYear: {
      count: rows - withYear,
      firstLines: oddities['no school year']?.firstLines ?? [],
    },
    foreign,
    blankLines: blankRows,
    marks: marksIn(facts),
    lines: rows + blankRows + foreign.count,
  };
}

function marksIn({ encoding, oddities }: Counted): OddLines {
  const { count, firstLines } = oddities['mark inside'] ?? { count: 0, firstLines: [] };
  if (encoding !== 'utf-8 with mark') return { count, firstLines };
  return { count: count + 1, firstLines: [1, ...firstLines] };
}

/** The account as a person reads it, before the cut and after it. */
export function accountWords(account: YearAccount): Words[] {
  const { files, outside, withoutYear, foreign, blankLines, marks, lines } = account;
  const words: Words[] = [['by_year_files', { counts: files }]];
  if (outside.length > 0) words.push(['by_year_outside', { counts: outside }]);
  if (withoutYear.count > 0) words.push(['by_year_without_year', ...places(withoutYear)]);
  if (foreign.count > 0) words.push(['by_year_foreign', ...places(foreign)]);
  if (blankLines > 0) words.push(['by_year_blank', { count: blankLines }]);
  if (marks.count > 0) words.push(['change_drop_marks', ...places(marks)]);
  return [...words, ['by_year_lines', { count: lines }]];
}

function places({ count, firstLines }: OddLines) {
  return [{ count }, { list: firstLines.map(String) }] as const;
}
