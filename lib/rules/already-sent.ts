import type { Rule } from './rule.ts';

/** The page has confirmed the very same content before; sending it again is rarely meant. */
export const alreadySent: Rule = {
  id: 'already-sent',
  about: 'batch',
  level: 'warn',
  check({ sentBefore }) {
    if (!sentBefore) return undefined;
    return { words: ['finding_already_sent', { day: sentBefore.at }, sentBefore.name] };
  },
};
