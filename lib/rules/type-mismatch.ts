import type { Rule } from './rule.ts';

/**
 * The name says one type and every record says another. Only the person knows which one is right.
 */
export const typeMismatch: Rule = {
  id: 'type-mismatch',
  about: 'records',
  level: 'block',
  check({ reading, provenType }) {
    if (!provenType || !reading.fileType || reading.fileType === provenType) return undefined;
    return { words: ['finding_type_mismatch', reading.fileType, provenType] };
  },
};
