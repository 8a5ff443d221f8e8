import { formatLabel, readLabel } from '../calpads/file-label.ts';
import type { Rule } from './rule.ts';
import { isYearTheirChoice } from './school-year-unknown.ts';

/** "SENR 2022-23 or 2022-23 SENR (please do not add additional characters)", 2023 upload webinar. */
export const nameNotExact: Rule = {
  id: 'name-not-exact',
  about: 'name',
  level: 'block',
  check({ reading, label, provenType, unreadable }) {
    if (unreadable) return undefined;
    const isUpperCase = /\.(txt|zip)$/i.test(reading.extension) && /[A-Z]/.test(reading.extension);
    const stem = reading.stem.replace(/\.(txt|zip)$/i, ''); // wrong-extension sees doubled endings
    if (readLabel(stem) && !isUpperCase) return undefined; // type-mismatch reports another type
    if (label && (!reading.fileType || reading.fileType === label.fileType)) {
      return { words: ['finding_name_not_exact', formatLabel(label)], fix: 'rename' };
    }
    if (provenType && !label && isYearTheirChoice(provenType)) return undefined; // see school-year-unknown
    return { kind: 'no right name', words: ['finding_name_unknown'] };
  },
};
