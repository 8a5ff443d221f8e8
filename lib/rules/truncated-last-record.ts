import type { Rule } from './rule.ts';

/** The last record stops early and has no line end: the download was cut off. */
export const truncatedLastRecord: Rule = {
  id: 'truncated-last-record',
  about: 'records',
  level: 'warn',
  check({ records }) {
    const line = records?.oddities['truncated last record']?.firstLines[0];
    return line ? { words: ['finding_truncated_last_record', { count: line }] } : undefined;
  },
};
