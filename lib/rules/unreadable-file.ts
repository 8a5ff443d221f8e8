import type { Rule } from './rule.ts';

/** A file that was moved, deleted or changed after the choice cannot be read anymore. */
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
