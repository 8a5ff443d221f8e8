import { formatLabel } from '../calpads/file-label.ts';
import { partInName } from '../calpads/part-in-name.ts';
import { amongParts } from './among-parts.ts';
import type { Rule } from './rule.ts';

/**
 * A name like `SCSC 2022-23 part 2`, or a part that was sent before, says that there are others. Sent
 * alone as the whole file, it would make the checklist say that all is there.
 */
export const whichPart: Rule = {
  id: 'which-part',
  about: 'parts',
  level: 'block',
  fixes: ['say which part'],
  check(file) {
    const { label, reading } = file;
    const among = label && amongParts(file);
    if (!label || among?.kind !== 'which part') return undefined;
    const named = partInName(reading.stem);
    const words =
      named?.by === 'words'
        ? (['finding_part_alone', { count: named.number }, formatLabel(label)] as const)
        : (['finding_part_or_whole', formatLabel(label)] as const);
    return { words, fix: 'say which part' };
  },
};
