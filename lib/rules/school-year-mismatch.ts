import type { Rule } from './rule.ts';
import { yearHistogram } from './rule.ts';
import { isYearTheirChoice } from './school-year-unknown.ts';

/**
 * CRSC, SCSC and SCTE are asked for by school year, so a record of another year is a mistake. The
 * others are asked for by a range of dates and may rightly hold more years: there it is a warning.
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
