import type { Rule } from './rule.ts';

/** Cal-PASS Plus asks for one file per zip, so a file from another kind of zip goes on its own. */
export const outOfZip: Rule = {
  id: 'out-of-zip',
  about: 'name',
  level: 'block',
  fixes: ['take out'],
  check({ fromZip }) {
    return fromZip ? { words: ['finding_out_of_zip', fromZip], fix: 'take out' } : undefined;
  },
};
