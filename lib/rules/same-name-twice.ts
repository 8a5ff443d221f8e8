import { formatLabel, isSameLabel } from '../calpads/file-label.ts';
import type { Rule } from './rule.ts';

/** Two different files that would both be sent as `SENR 2022-23`. */
export const sameNameTwice: Rule = {
  id: 'same-name-twice',
  level: 'block',
  check({ facts, label, earlier }) {
    if (!facts || !label) return undefined;
    const twin = earlier.find(
      (other) =>
        other.label &&
        isSameLabel(other.label, label) &&
        other.facts?.contentHash !== facts.contentHash,
    );
    if (!twin) return undefined;
    return { words: ['finding_same_name_twice', formatLabel(label), twin.name] };
  },
};
