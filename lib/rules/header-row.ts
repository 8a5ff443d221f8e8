import type { Rule } from './rule.ts';

/** An ODS extract begins with its first record; column names were added by a program or a person. */
export const headerRow: Rule = {
  id: 'header-row',
  level: 'block',
  check({ records }) {
    if (!records?.headerLine || records.emptiness) return undefined;
    return { words: ['finding_header_row', { count: records.headerLine }] };
  },
};
