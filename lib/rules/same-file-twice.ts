import { isSameLabel } from '../calpads/file-label.ts';
import type { Rule } from './rule.ts';

/** The same bytes chosen twice, or one year's download about to be sent under two years. */
export const sameFileTwice: Rule = {
  id: 'same-file-twice',
  level: 'block',
  check({ facts, label, earlier }) {
    if (!facts || facts.emptiness) return undefined;
    const twin = earlier.find((other) => other.facts?.contentHash === facts.contentHash);
    if (!twin) return undefined;
    const isOtherLabel = label && twin.label && !isSameLabel(label, twin.label);
    return isOtherLabel
      ? { kind: 'other label', words: ['finding_same_content_other_label', twin.name] }
      : { kind: 'same file', words: ['finding_same_file_twice', twin.name] };
  },
};
