import { foreignCount } from '../inspection/foreign-lines.ts';
import type { Rule } from './rule.ts';

/** Text without a single CALPADS record. Other kinds of mistakes have their own rules. */
export const unknownRecords: Rule = {
  id: 'unknown-records',
  about: 'file',
  level: 'block',
  check({ records }) {
    if (!records) return undefined;
    const known = Object.keys(records.odsRecords).length + Object.keys(records.lookAlikes).length;
    if (known > 0) return undefined;
    const lines = records.rows + foreignCount(records.foreignLines);
    return { words: ['finding_unknown_records', { count: lines }] };
  },
};
