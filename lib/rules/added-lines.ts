import { foreignOf } from '../inspection/foreign-lines.ts';
import type { Rule } from './rule.ts';
import { dropFix, lineNumbers } from './rule.ts';

/** What a query tool or a spreadsheet adds to the records: `(3 rows affected)`, drawn lines, `^^^^`. */
export const addedLines: Rule = {
  id: 'added-lines',
  about: 'records',
  level: 'block',
  fixes: ['drop'],
  check({ records, archive }) {
    if (!records || records.emptiness) return undefined;
    const { count, firstLines } = foreignOf(records.foreignLines, ['query footer', 'no data']);
    if (count === 0) return undefined;
    const lines = [{ count }, lineNumbers(firstLines)] as const;
    const fix = dropFix(records, archive);
    if (fix) return { words: ['finding_added_lines', ...lines], fix };
    return { words: ['finding_added_lines_as_they_are', ...lines] };
  },
};
