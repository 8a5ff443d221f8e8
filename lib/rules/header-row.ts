import type { Rule } from './rule.ts';
import { dropFix, lineNumbers } from './rule.ts';

/**
 * An ODS extract has only records. A program or a person added the column names, or two downloads
 * with column names were joined.
 */
export const headerRow: Rule = {
  id: 'header-row',
  about: 'records',
  level: 'block',
  fixes: ['drop'],
  check({ records, archive }) {
    const lines = records?.foreignLines['column names'];
    if (!lines || records.emptiness) return undefined;
    const names = { list: (records.columnNames ?? []).slice(0, 4) };
    const params = [lineNumbers(lines.firstLines), names] as const;
    const fix = dropFix(records, archive);
    if (fix) return { words: ['finding_header_row', ...params], fix };
    // A person's own zip is not rewritten. The person chooses the text inside instead.
    const key = archive ? 'finding_header_row_in_zip' : 'finding_header_row_many';
    return { words: [key, ...params] };
  },
};
