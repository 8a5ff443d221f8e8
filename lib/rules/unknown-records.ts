import { isWide } from '../inspection/wide-text.ts';
import type { Rule } from './rule.ts';
import { spreadsheetDamage } from './spreadsheet-damage.ts';

/** Text without a single CALPADS record, and none of the things that have a rule of their own. */
export const unknownRecords: Rule = {
  id: 'unknown-records',
  level: 'block',
  check(file) {
    const { records } = file;
    if (!records || records.emptiness || records.container || isWide(records.encoding)) {
      return undefined;
    }
    const known = Object.keys(records.odsRecords).length + Object.keys(records.lookAlikes).length;
    if (known > 0 || spreadsheetDamage.check(file)) return undefined;
    return { words: ['finding_unknown_records', { count: records.rows }] };
  },
};
