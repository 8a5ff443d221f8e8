import { formatLabel } from '../calpads/file-label.ts';
import { LARGEST_UPLOAD_BYTES } from '../calpads/limits.ts';
import { amongParts } from './among-parts.ts';
import type { LabelPart } from './label-part.ts';
import type { CheckedFile, Rule } from './rule.ts';

/**
 * Several true files have one label: a file split by hand, one download for each school, or a district
 * and its charter. Each goes alone, as a part. The person sees it first.
 */
export const oneOfSeveral: Rule = {
  id: 'one-of-several',
  about: 'parts',
  level: 'note',
  alsoLevel: 'block',
  check(file) {
    const among = file.label && amongParts(file);
    if (!file.label || among?.kind !== 'part') return undefined;
    const { part, by } = among;
    const numbers = [{ count: part.number }, { count: part.of }] as const;
    if (isToSplit(file, part)) {
      const limit = { bytes: LARGEST_UPLOAD_BYTES };
      return {
        level: 'block',
        kind: 'too large',
        words: ['finding_part_too_large', ...numbers, limit],
      };
    }
    const label = formatLabel(file.label);
    if (part.isSent) return { kind: 'sent', words: ['finding_part_sent', ...numbers, label] };
    return { kind: by, words: [`finding_part_by_${by}`, ...numbers, label] };
  },
};

/** Parts of parts could not be told apart by their description. */
function isToSplit({ zippedBytes = 0, wantsTextParts }: CheckedFile, { isSent }: LabelPart) {
  return !isSent && (zippedBytes > LARGEST_UPLOAD_BYTES || wantsTextParts === true);
}
