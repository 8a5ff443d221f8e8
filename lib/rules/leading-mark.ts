import type { Rule } from './rule.ts';

/**
 * CALPADS does not write a byte order mark. An editor's "UTF-8 with BOM" does. Most programs skip
 * it, so the file may go as it is.
 */
export const leadingMark: Rule = {
  id: 'leading-mark',
  about: 'records',
  level: 'note',
  fixes: ['repair'],
  check({ records, archive }) {
    if (records?.encoding !== 'utf-8 with mark') return undefined;
    if (records.surplusLines[0] === 1) return undefined; // the mark is left out with the line
    return { words: ['finding_leading_mark'], ...(!archive && { fix: 'repair' }) };
  },
};
