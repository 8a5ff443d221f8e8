import { MOST_LINES_LISTED } from '../inspection/foreign-lines.ts';
import type { Rule } from './rule.ts';
import { lineNumbers } from './rule.ts';

/**
 * A file with a byte order mark was appended to another one. The mark is now in front of a record's
 * code, where no reader skips it.
 */
export const markInside: Rule = {
  id: 'mark-inside',
  about: 'records',
  level: 'block',
  fixes: ['drop'],
  check({ records, archive }) {
    const marks = records?.oddities['mark inside'];
    if (!marks) return undefined;
    const lines = [{ count: marks.count }, lineNumbers(marks.firstLines)] as const;
    if (archive || marks.count > MOST_LINES_LISTED) {
      return { words: ['finding_mark_inside_as_it_is', ...lines] };
    }
    return { words: ['finding_mark_inside', ...lines], fix: 'drop' };
  },
};
