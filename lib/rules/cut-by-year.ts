import type { Rule } from './rule.ts';

/** The assistant made the file from a part of another one, so it goes only after the person's click. */
export const cutByYear: Rule = {
  id: 'cut-by-year',
  about: 'name',
  level: 'block',
  fixes: ['cut by year'],
  check({ cutFrom }) {
    return cutFrom ? { words: ['finding_cut_by_year', cutFrom], fix: 'cut by year' } : undefined;
  },
};
