import { formatLabel } from '../calpads/file-label.ts';
import { amongParts } from './among-parts.ts';
import type { Rule } from './rule.ts';

/**
 * Different files would be sent as the same `SENR 2022-23`, and nothing tells them apart. They may be
 * two parts of one file, or two downloads of the same records. Only the person knows.
 */
export const sameNameTwice: Rule = {
  id: 'same-name-twice',
  about: 'parts',
  level: 'block',
  fixes: ['say parts'],
  check(file) {
    const among = file.label && amongParts(file);
    if (!file.label || !among) return undefined;
    const label = formatLabel(file.label);
    if (among.kind === 'one is held') {
      return { words: ['finding_same_name_twice', label, among.twin] };
    }
    if (among.kind !== 'not told apart') return undefined;
    return {
      kind: 'not told apart',
      words: ['finding_parts_unsure', label, among.twin],
      fix: 'say parts',
    };
  },
};
