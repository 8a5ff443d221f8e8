import type { FileType } from '../calpads/file-types.ts';
import { RECORD_LAYOUTS } from '../calpads/record-layouts.ts';
import type { SchoolYear } from '../calpads/school-year.ts';
import type { FileFacts } from '../inspection/file-facts.ts';
import type { Words } from '../words/words.ts';
import type { Rule } from './rule.ts';

/** Neither the name nor the content gives one school year, so the person has to. */
export const schoolYearUnknown: Rule = {
  id: 'school-year-unknown',
  about: 'records',
  level: 'block',
  fixes: ['choose school year'],
  check({ label, provenType, records, reading }) {
    if (!records || !provenType || label || !isYearTheirChoice(provenType)) return undefined;
    return { words: wordsFor(records, reading.schoolYear), fix: 'choose school year' };
  },
};

/** @param guess what the digits in the name may mean */
function wordsFor(records: FileFacts, guess: SchoolYear | undefined): Words {
  if (guess) return ['finding_school_year_unsure', guess];
  const hasYears = Object.keys(records.schoolYears).length > 0;
  return [hasYears ? 'finding_school_year_unknown' : 'finding_school_year_none'];
}

/**
 * An extract for a date range may hold several years, and the person chooses which one it is sent
 * for. In an extract for one school year, several years are a mistake: see school-year-mismatch.
 */
export function isYearTheirChoice(fileType: FileType): boolean {
  return RECORD_LAYOUTS[fileType].requestedBy === 'date range';
}
