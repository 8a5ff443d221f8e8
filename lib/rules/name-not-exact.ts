import { formatLabel } from '../calpads/file-label.ts';
import type { Rule } from './rule.ts';

/** "SENR 2022-23 or 2022-23 SENR (please do not add additional characters)", 2023 upload webinar. */
export const nameNotExact: Rule = {
  id: 'name-not-exact',
  level: 'block',
  check({ reading, label }) {
    // Where the name speaks of another type, the name is not what is wrong; type-mismatch says it.
    if (!label || (reading.fileType && reading.fileType !== label.fileType)) return undefined;
    const stem = reading.stem.replace(/\.(txt|zip)$/i, '');
    const isShouted = /^\.(TXT|ZIP)$/i.test(reading.extension) && /[A-Z]/.test(reading.extension);
    if (stem === formatLabel(label) && !isShouted) return undefined;
    return { words: ['finding_name_not_exact', formatLabel(label)], fix: 'rename' };
  },
};
