import { isSameLabel } from '../calpads/file-label.ts';
import type { CheckedFile, OtherFile, Rule } from './rule.ts';

/** The same bytes were chosen twice. The first file may go. */
export const sameFileTwice: Rule = {
  id: 'same-file-twice',
  about: 'batch',
  level: 'block',
  check(file) {
    const twin = sameContent(file).find((other) => other.isEarlier && !isOtherLabel(file, other));
    return twin && { words: ['finding_same_file_twice', twin.name] };
  },
};

/** Other files of the batch with exactly the same bytes. */
export function sameContent({ facts, others }: CheckedFile): OtherFile[] {
  if (!facts || facts.emptiness) return [];
  return others.filter((other) => other.facts?.contentHash === facts.contentHash);
}

/**
 * Whether the two have different labels. A label in the name comes before the one that the file
 * would be sent under.
 */
export function isOtherLabel(file: Named, other: Named): boolean {
  const [mine, theirs] = [file, other].map(({ reading, label }) => reading.label ?? label);
  return mine !== undefined && theirs !== undefined && !isSameLabel(mine, theirs);
}

type Named = Pick<CheckedFile, 'reading' | 'label'>;
