import type { Words } from '../words/words.ts';
import type { Comparison, KnownYear } from './neighbor-years.ts';
import { compareYears, mayHaveLess, nameOf } from './neighbor-years.ts';
import type { Rule } from './rule.ts';

/**
 * Under half or over double. In the help desk's sample table (domain facts, section 4), one of 21
 * pairs of neighboring years is that far apart: SCTE with 152 rows, then 754.
 */
const FAR_RATIO = 2;
/** A small district's counts honestly double or halve: one class more, one program less. */
const LEAST_COUNT = 200;

const WORDS = {
  rows: { single: 'finding_far_rows', both: 'finding_far_rows_both' },
  students: { single: 'finding_far_students', both: 'finding_far_students_both' },
} as const;

/**
 * The counts are far from those of every neighboring year that is known. So a single bad year is
 * noted in its own file, and not in the good files beside it. It may be a download that was cut off,
 * one school's download, or several years' records.
 */
export const farFromOtherYears: Rule = {
  id: 'far-from-other-years',
  about: 'records',
  level: 'note',
  check(file) {
    const comparison = compareYears(file);
    if (!comparison || comparison.own.isMixed) return undefined;
    const words = farWords(comparison, 'rows') ?? farWords(comparison, 'students');
    return words && { words };
  },
};

function farWords(
  { fileType, own, neighbors }: Comparison,
  what: 'rows' | 'students',
): Words | undefined {
  const count = own[what];
  const known = neighbors.flatMap((year) => {
    const other = year[what];
    return other === undefined || year.isMixed ? [] : [{ year, other }];
  });
  if (count === undefined || known.length === 0) return undefined;
  const isFar = ({ year, other }: { year: KnownYear; other: number }) => {
    const [less, more] = count < other ? [own, year] : [year, own];
    return (
      Math.max(count, other) >= LEAST_COUNT &&
      Math.max(count, other) > FAR_RATIO * Math.min(count, other) &&
      !mayHaveLess(fileType, less.schoolYear, more.schoolYear)
    );
  };
  if (!known.every(isFar)) return undefined;
  const figures = known.flatMap(({ year, other }) => [nameOf(fileType, year), { count: other }]);
  const { single, both } = WORDS[what];
  return [known.length === 1 ? single : both, { count }, ...figures];
}
