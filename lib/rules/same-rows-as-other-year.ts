import { compareYears, nameOf } from './neighbor-years.ts';
import type { Rule } from './rule.ts';

/** Smaller files may have as many rows in two years by chance. */
const LEAST_ROWS = 500;

/**
 * Exactly as many rows as a neighboring year, and as many students if both are known, in other
 * content. The help desk's sample table (domain facts, section 4) shows the mistake: the same
 * download was made again and sent for another year.
 */
export const sameRowsAsOtherYear: Rule = {
  id: 'same-rows-as-other-year',
  about: 'records',
  level: 'note',
  check(file) {
    const { fileType, own, neighbors } = compareYears(file) ?? {};
    if (!fileType || !own || own.rows < LEAST_ROWS) return undefined;
    const same = neighbors?.find(
      ({ rows, students = own.students }) =>
        rows === own.rows && students === (own.students ?? students),
    );
    return same && { words: ['finding_same_rows', { count: own.rows }, nameOf(fileType, same)] };
  },
};
