import { formatLabel, isSameLabel } from '../calpads/file-label.ts';
import type { Rule } from './rule.ts';

/**
 * Different files would be sent as the same `SENR 2022-23`. Nobody can guess which one is right.
 */
export const sameNameTwice: Rule = {
  id: 'same-name-twice',
  about: 'batch',
  level: 'block',
  check({ facts, label, others }) {
    if (!facts || !label) return undefined;
    const twin = others.find(
      (other) =>
        other.label &&
        isSameLabel(other.label, label) &&
        other.facts?.contentHash !== facts.contentHash,
    );
    return twin && { words: ['finding_same_name_twice', formatLabel(label), twin.name] };
  },
};
