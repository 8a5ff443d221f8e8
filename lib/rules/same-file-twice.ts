import { isSameLabel } from '../calpads/file-label.ts';
import type { ChosenFile, Rule } from './rule.ts';

/** The same bytes were chosen twice. The first file may go. */
export const sameFileTwice: Rule = {
  id: 'same-file-twice',
  about: 'batch',
  level: 'block',
  check(file) {
    const { sameContent } = file.peers;
    const earlier = sameContent.slice(
      0,
      sameContent.findIndex(({ id }) => id === file.id),
    );
    const twin = earlier.find((other) => !isOtherLabel(file, other));
    return twin && { words: ['finding_same_file_twice', twin.name] };
  },
};

/**
 * Whether the two have different labels. A label in the name comes before the one that the file
 * would be sent under.
 */
export function isOtherLabel(file: Named, other: Named): boolean {
  const [mine, theirs] = [file, other].map(({ reading, label }) => reading.label ?? label);
  return mine !== undefined && theirs !== undefined && !isSameLabel(mine, theirs);
}

type Named = Pick<ChosenFile, 'reading' | 'label'>;
