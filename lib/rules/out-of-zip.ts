import type { Rule } from './rule.ts';

/** Cal-PASS Plus wants one file per zip, so what came in another shape goes on its own. */
export const outOfZip: Rule = {
  id: 'out-of-zip',
  about: 'name',
  level: 'block',
  check({ fromZip }) {
    return fromZip ? { words: ['finding_out_of_zip', fromZip], fix: 'take out' } : undefined;
  },
};
