import type { Rule } from './rule.ts';
import { yearHistogram } from './rule.ts';
import { isYearTheirChoice } from './school-year-unknown.ts';

/**
 * People request CRSC, SCSC and SCTE for one school year, so a record from another year is a
 * mistake. They request the others for a range of dates. Those may correctly hold more years, so
 * there it is a warning.
 */
export const schoolYearMismatch: Rule = {
  id: 'school-year-mismatch',
  about: 'records',
  level: 'block',
  check({ label, records, provenType }) {
    if (!records || !provenType) return undefined;
    const years = yearHistogram(records);
    const found = { list: years.map(([year, rows]) => `${year} (${rows})`) };
    const isTheirChoice = isYearTheirChoice(provenType);
    if (!label) {
      const isMixed = years.length > 1 && !isTheirChoice;
      return isMixed ? { words: ['finding_school_years_mixed', provenType, found] } : undefined;
    }
    if (years.every(([year]) => year === label.schoolYear)) return undefined;
    return isTheirChoice
      ? { level: 'warn', words: ['finding_school_years_several', label.schoolYear, found] }
      : { words: ['finding_school_year_mismatch', label.schoolYear, found] };
  },
};
