import type { Rule } from './rule.ts';
import { lineNumbers } from './rule.ts';

/** Files were joined although the first one had no line end after its last record. */
export const joinedRecords: Rule = {
  id: 'joined-records',
  about: 'records',
  level: 'block',
  check({ records }) {
    const joined = records?.oddities['two records'];
    if (!joined) return undefined;
    return {
      words: ['finding_joined_records', { count: joined.count }, lineNumbers(joined.firstLines)],
    };
  },
};
