import type { Rule } from './rule.ts';

/** An ODS extract begins with its first record. A program or a person added the column names. */
export const headerRow: Rule = {
  id: 'header-row',
  about: 'records',
  level: 'block',
  check({ records, archive }) {
    if (!records?.headerLine || records.emptiness) return undefined;
    const line = { count: records.headerLine };
    const names = { list: (records.columnNames ?? []).slice(0, 4) };
    // A person's own zip is not rewritten. The person chooses the text inside instead.
    if (archive) return { words: ['finding_header_row_in_zip', line, names] };
    return { words: ['finding_header_row', line, names], fix: 'drop header' };
  },
};
