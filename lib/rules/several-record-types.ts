import type { Rule } from './rule.ts';
import { mostFirst } from './rule.ts';

/** One file holds one type; two extracts were pasted together. */
export const severalRecordTypes: Rule = {
  id: 'several-record-types',
  level: 'block',
  check({ records }) {
    const types = records ? mostFirst(records.odsRecords) : [];
    if (types.length < 2) return undefined;
    const line = records?.oddities['several record types']?.firstLines[0] ?? 1;
    return {
      words: [
        'finding_several_record_types',
        { list: types.map(([type]) => type) },
        { count: line },
      ],
    };
  },
};
