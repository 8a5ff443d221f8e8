import type { Rule } from './rule.ts';

/** A file that was moved, deleted or changed after it was chosen cannot be read any more. */
export const unreadableFile: Rule = {
  id: 'unreadable-file',
  about: 'file',
  level: 'block',
  check({ unreadable }) {
    if (!unreadable) return undefined;
    return {
      kind: unreadable,
      words: [unreadable === 'gone' ? 'finding_file_gone' : 'finding_file_unreadable'],
    };
  },
};
