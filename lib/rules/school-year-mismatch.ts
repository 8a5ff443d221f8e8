import { RECORD_LAYOUTS } from '../calpads/record-layouts.ts';
import type { Rule } from './rule.ts';
import { yearHistogram } from './rule.ts';

/**
 * CRSC, SCSC and SCTE are asked for by school year, so a record of another year is a mistake. The
 * others are asked for by a range of dates and may rightly hold more years: there it is a warning.
 */
export const schoolYearMismatch: Rule = {
  id: 'school-year-mismatch',
  level: 'block',
  check({ label, records, provenType }) {
    if (!label || !records || !provenType) return undefined;
    const years = yearHistogram(records);
    const others = years.filter(([year]) => year !== label.schoolYear);
    if (others.length === 0) return undefined;

    const found = { list: years.map(([year, rows]) => `${year} (${rows})`) };
    const isRange = RECORD_LAYOUTS[provenType].requestedBy === 'date range';
    return isRange
      ? { level: 'warn', words: ['finding_school_years_several', label.schoolYear, found] }
      : { words: ['finding_school_year_mismatch', label.schoolYear, found] };
  },
};
