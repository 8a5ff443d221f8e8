import type { Rule } from './rule.ts';

/** Neither the name nor the content tells one school year: the person has to. */
export const schoolYearUnknown: Rule = {
  id: 'school-year-unknown',
  level: 'block',
  check({ label, provenType }) {
    if (!provenType || label) return undefined;
    return { words: ['finding_school_year_unknown'], fix: 'choose school year' };
  },
};
