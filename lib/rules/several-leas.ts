import type { Rule } from './rule.ts';
import { mostFirst } from './rule.ts';

/** One LEA requests an extract. Two LEAs may be a charter and its district, or two downloads. */
export const severalLeas: Rule = {
  id: 'several-leas',
  about: 'records',
  level: 'warn',
  check({ records }) {
    if (!records) return undefined;
    const leas = mostFirst(records.reportingLeas);
    if (leas.length < 2) return undefined;
    return { words: ['finding_several_leas', { counts: leas.slice(0, 5) }] };
  },
};
