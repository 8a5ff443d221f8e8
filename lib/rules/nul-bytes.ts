import type { Rule } from './rule.ts';

/** NULs come from a broken copy or disk. Text has none. */
export const nulBytes: Rule = {
  id: 'nul-bytes',
  about: 'file',
  level: 'block',
  check({ records }) {
    const lines = records?.oddities['nul byte'];
    if (!lines) return undefined;
    return { words: ['finding_nul_bytes', { count: lines.firstLines[0] ?? 1 }] };
  },
};
