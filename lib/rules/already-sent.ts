import type { Rule } from './rule.ts';

/** The page confirmed this same content before. People rarely mean to send it again. */
export const alreadySent: Rule = {
  id: 'already-sent',
  about: 'batch',
  level: 'warn',
  check({ sentBefore }) {
    if (!sentBefore) return undefined;
    return { words: ['finding_already_sent', { day: sentBefore.at }, sentBefore.name] };
  },
};
