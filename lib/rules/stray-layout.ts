import type { FileType } from '../calpads/file-types.ts';
import { RECORD_LAYOUTS } from '../calpads/record-layouts.ts';
import type { ChosenFile, Rule } from './rule.ts';

/**
 * A layout follows the day of the download, not the school year of the records. So files of one type
 * that were downloaded together have one layout, and another one shows an older download.
 */
export const strayLayout: Rule = {
  id: 'stray-layout',
  about: 'batch',
  level: 'note',
  check(file) {
    const { provenType, peers } = file;
    const own = knownLayout(file);
    const usual = peers.usualLayout;
    if (!provenType || own === undefined || usual === undefined || usual === own) return undefined;
    return { words: ['finding_stray_layout', { count: own }, provenType, { count: usual }] };
  },
};

/** The layout of most files of each type. */
export function usualLayouts(
  files: readonly ChosenFile[],
): ReadonlyMap<FileType | undefined, number | undefined> {
  const byType = Map.groupBy(files, ({ provenType }) => provenType);
  return new Map(
    [...byType].map(([fileType, group]) => {
      const layouts = group.map(knownLayout).filter((count) => count !== undefined);
      const oldestFirst = fileType ? RECORD_LAYOUTS[fileType].knownFieldCounts : [];
      return [fileType, usualLayout(layouts, oldestFirst)];
    }),
  );
}

/** The number of fields in all its records, if a layout of its type has that number. */
function knownLayout({ records, provenType }: ChosenFile): number | undefined {
  const counts = Object.keys(records?.fieldCounts ?? {}).map(Number);
  const [count, ...others] = counts;
  if (count === undefined || others.length > 0 || !provenType) return undefined;
  return RECORD_LAYOUTS[provenType].knownFieldCounts.includes(count) ? count : undefined;
}

/** The layout of most files. If two have as many, it is the newer one. */
function usualLayout(layouts: readonly number[], oldestFirst: readonly number[]) {
  const filesOf = (count: number) => layouts.filter((each) => each === count).length;
  return oldestFirst.toReversed().toSorted((a, b) => filesOf(b) - filesOf(a))[0];
}
