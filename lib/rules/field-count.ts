import { RECORD_LAYOUTS } from '../calpads/record-layouts.ts';
import type { Rule } from './rule.ts';
import { mostFirst } from './rule.ts';

/** CALPADS changes its layouts, so a count that varies or is not known warns and never blocks. */
export const fieldCount: Rule = {
  id: 'field-count',
  about: 'records',
  level: 'warn',
  check({ records, provenType }) {
    if (!records || !provenType) return undefined;
    const counts = mostFirst(records.fieldCounts).map(([count]) => count);
    const list = counts.slice(0, 5);
    if (counts.length > 1)
      return { kind: 'varies', words: ['finding_field_count_varies', { list }] };
    const { knownFieldCounts } = RECORD_LAYOUTS[provenType];
    const isKnown = counts.every((count) => knownFieldCounts.includes(Number(count)));
    const known = { list: knownFieldCounts.toSorted((a, b) => a - b).map(String) };
    return isKnown
      ? undefined
      : { kind: 'unknown', words: ['finding_field_count_unknown', { list }, provenType, known] };
  },
};
