import type { Rule } from './rule.ts';

/**
 * The longest layout takes about 500 bytes. More than 64 KiB without a line end is not a record.
 */
export const overLongRecord: Rule = {
  id: 'over-long-record',
  about: 'file',
  level: 'block',
  check({ records }) {
    const lines = records?.oddities['over-long record'];
    if (!lines) return undefined;
    return { words: ['finding_over_long_record', { count: lines.firstLines[0] ?? 1 }] };
  },
};
