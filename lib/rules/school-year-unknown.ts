import type { FileType } from '../calpads/file-types.ts';
import { RECORD_LAYOUTS } from '../calpads/record-layouts.ts';
import type { Rule } from './rule.ts';

/** Neither the name nor the content gives one school year, so the person has to. */
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
 * An extract for a date range may hold several years, and the person chooses which one it is sent
 * for. In an extract for one school year, several years are a mistake: see school-year-mismatch.
 */
export function isYearTheirChoice(fileType: FileType): boolean {
  return RECORD_LAYOUTS[fileType].requestedBy === 'date range';
}
