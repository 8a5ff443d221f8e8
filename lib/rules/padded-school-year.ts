import type { Rule } from './rule.ts';
import { yearPlaces } from './school-year-unreadable.ts';

/**
 * The year is clear, but CALPADS writes no blanks around it. No source says whether Cal-PASS Plus
 * reads it, too.
 */
export const paddedSchoolYear: Rule = {
  id: 'padded-school-year',
  about: 'records',
  level: 'warn',
  check({ records, provenType }) {
    const places = records && yearPlaces(records, 'padded school year');
    return places && provenType ? { words: ['finding_school_year_padded', ...places] } : undefined;
  },
};
