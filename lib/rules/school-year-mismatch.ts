import type { Rule } from './rule.ts';
import { yearHistogram } from './rule.ts';
import { isYearTheirChoice } from './school-year-unknown.ts';

/**
 * People request CRSC, SCSC and SCTE for one school year, so a record from another year is a
 * mistake. They request the others for a range of dates. Those may correctly hold more years, so
 * there it is a warning. If no record is from the file's year, the person has to say which it is.
 */
export const schoolYearMismatch: Rule = {
  id: 'school-year-mismatch',
  about: 'records',
  level: 'block',
  alsoLevel: 'warn',
  fixes: ['choose school year'],
  check({ label, records, provenType }) {
    if (!records || !provenType) return undefined;
    const years = yearHistogram(records);
    const found = { counts: years };
    const isTheirChoice = isYearTheirChoice(provenType);
    if (!label) {
      const isMixed = years.length > 1 && !isTheirChoice;
      return isMixed ? { words: ['finding_school_years_mixed', provenType, found] } : undefined;
    }
    const others = years.filter(([year]) => year !== label.schoolYear);
    const [other] = others;
    if (!other) return undefined;
    if (years.length === 1) {
      const words = ['finding_school_year_other', label.schoolYear, other[0]] as const;
      return { kind: 'all of another', words, fix: 'choose school year' };
    }
    if (!isTheirChoice) return { words: ['finding_school_year_mismatch', label.schoolYear, found] };
    return others.length < years.length
      ? { level: 'warn', words: ['finding_school_years_several', label.schoolYear, found] }
      : {
          kind: 'none of it',
          words: ['finding_school_year_absent', label.schoolYear, found],
          fix: 'choose school year',
        };
  },
};
