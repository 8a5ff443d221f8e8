import { compareYears, mayHaveLess, nameOf } from './neighbor-years.ts';
import type { Rule } from './rule.ts';

const SCHOOLS_NAMED = 5;

/**
 * A school has records in every neighboring year that is known, and none in this file. It may be a
 * download for one school only. If it is in the year before and not in the year after, it may have
 * closed, and nothing is noted.
 */
export const schoolMissing: Rule = {
  id: 'school-missing',
  about: 'records',
  level: 'note',
  check(file) {
    const comparison = compareYears(file);
    if (!comparison || comparison.own.isMixed) return undefined;
    const { fileType, own, ownSchools, neighbors } = comparison;
    const known = neighbors.filter(
      ({ schoolYear, schools, isMixed }) =>
        schools && !isMixed && !mayHaveLess(fileType, own.schoolYear, schoolYear),
    );
    const [first, ...others] = known;
    const missing = (first?.schools ?? [])
      .filter((school) => others.every(({ schools }) => schools?.includes(school)))
      .filter((school) => !ownSchools.has(school));
    if (missing.length === 0) return undefined;
    return {
      words: [
        'finding_school_missing',
        { count: missing.length },
        { list: missing.slice(0, SCHOOLS_NAMED) },
        { list: known.map((year) => nameOf(fileType, year)) },
      ],
    };
  },
};
