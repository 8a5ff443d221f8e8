import { formatLabel, readLabel } from '../calpads/file-label.ts';
import type { CheckedFile, Rule, Verdict } from './rule.ts';
import { isYearTheirChoice } from './school-year-unknown.ts';
import { isUnfinished } from './unfinished-download.ts';

/** "SENR 2022-23 or 2022-23 SENR (please do not add additional characters)", 2023 upload webinar. */
export const nameNotExact: Rule = {
  id: 'name-not-exact',
  about: 'name',
  level: 'block',
  fixes: ['rename'],
  check(file) {
    const { name, reading, label, unreadable } = file;
    if (unreadable || isUnfinished(name)) return undefined;
    const isUpperCase = /\.(txt|zip)$/i.test(reading.extension) && /[A-Z]/.test(reading.extension);
    const stem = reading.stem.replace(/\.(txt|zip)$/i, ''); // wrong-extension sees doubled endings
    const named = readLabel(stem);
    const isOtherYear = named && label && named.schoolYear !== label.schoolYear;
    if (named && !isUpperCase && !isOtherYear) return undefined; // type-mismatch reports another type
    if (label && (!reading.fileType || reading.fileType === label.fileType)) return renamed(file);
    if (named && !isUpperCase) return undefined;
    if (isYearAsked(file)) return undefined;
    return { kind: 'no right name', words: ['finding_name_unknown'] };
  },
};

/** If the name says another year than the file is sent for, the person sees both. */
function renamed({ reading, label, chosenYear }: CheckedFile): Verdict | undefined {
  if (!label) return undefined;
  const rightName = formatLabel(label);
  const named = reading.schoolYear;
  if (!named || named === label.schoolYear) {
    return { words: ['finding_name_not_exact', rightName], fix: 'rename' };
  }
  const words = chosenYear ? 'finding_name_chosen_year' : 'finding_name_other_year';
  return { kind: 'other year', words: [words, named, label.schoolYear, rightName], fix: 'rename' };
}

/** Whether school-year-unknown or school-year-unreadable asks for the year. Then the name waits. */
function isYearAsked({ label, provenType, records }: CheckedFile): boolean {
  if (label || !provenType || !records) return false;
  return isYearTheirChoice(provenType) || Object.keys(records.schoolYears).length === 0;
}
