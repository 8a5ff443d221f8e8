import type { Rule } from './rule.ts';

/** Named by the five digits of the district: `S68130K.txt`, `C68130K.txt` or `A68130K.txt`. */
const REPORT_NAME = /(?<![A-Za-z0-9])[SCA]\d{5}K(?![A-Za-z0-9])/i;

/**
 * Student information systems still offer the comma-delimited "Cal-PASS" report of the years before
 * CALPADS. It looks like the right menu entry.
 */
export const oldCalPassReport: Rule = {
  id: 'old-cal-pass-report',
  about: 'file',
  level: 'block',
  check({ reading, records }) {
    if (!records || !REPORT_NAME.test(reading.stem)) return undefined;
    const { comma = 0 } = records.otherSeparators;
    const hasTypes = Object.keys(records.separatedTypes).length > 0; // see spreadsheet-damage
    if (hasTypes || comma * 2 <= records.rows) return undefined;
    return { words: ['finding_old_cal_pass_report', { count: records.rows }] };
  },
};
