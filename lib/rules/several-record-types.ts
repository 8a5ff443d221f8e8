import type { Rule } from './rule.ts';
import { mostFirst } from './rule.ts';

/** One file holds one type. Here, two extracts were pasted together. */
export const severalRecordTypes: Rule = {
  id: 'several-record-types',
  about: 'file',
  level: 'block',
  check({ records }) {
    if (!records) return undefined;
    const types = mostFirst(records.odsRecords).map(([type]) => type);
    const hasOthers = Object.keys(records.lookAlikes).length > 0;
    if (types.length === 0 || (types.length === 1 && !hasOthers)) return undefined;
    if (types.length === 1) return { words: ['finding_other_records_too', ...types] };
    const line = records.oddities['several record types']?.firstLines[0] ?? 1;
    return { words: ['finding_several_record_types', { list: types }, { count: line }] };
  },
};
