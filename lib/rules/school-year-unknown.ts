import type { FileType } from '../calpads/file-types.ts';
import { RECORD_LAYOUTS } from '../calpads/record-layouts.ts';
import type { Rule } from './rule.ts';

/** Neither the name nor the content tells one school year: the person has to. */
export const schoolYearUnknown: Rule = {
  id: 'school-year-unknown',
  about: 'records',
  level: 'block',
  check({ label, provenType }) {
    if (!provenType || label || !isYearTheirChoice(provenType)) return undefined;
    return { words: ['finding_school_year_unknown'], fix: 'choose school year' };
  },
};

/**
 * An extract by date range may hold several years, and which one it is sent for is the person's
 * choice. One by school year that holds several is a mistake, see school-year-mismatch.
 */
export function isYearTheirChoice(fileType: FileType): boolean {
  return RECORD_LAYOUTS[fileType].requestedBy === 'date range';
}
