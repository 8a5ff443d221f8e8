import type { FileLabel } from '../calpads/file-label.ts';
import { firstCalendarYear, schoolYearFrom } from '../calpads/school-year.ts';
import { remembered, sameLists } from './remembered.ts';
import type { CheckedFile, ChosenFile, Peers } from './rule.ts';
import { usualLayouts } from './stray-layout.ts';

/**
 * Gives each file of a choice those that its rules compare it with. There may be hundreds of files,
 * and each has only a few peers. A file whose peers stay the same stays the same object.
 */
export function withPeers(files: readonly ChosenFile[]): CheckedFile[] {
  const ofLabel = groups(files, ({ label }) => label && labelKey(label), labelLists);
  const ofContent = groups(files, contentKey, contentLists);
  const layouts = usualLayouts(files);
  return files.map((file) => {
    const yearsLater = (years: number) => ofLabel(file.label && labelKey(file.label, years));
    return checkedFile(
      file,
      yearsLater(0),
      yearsLater(-1),
      yearsLater(1),
      ofContent(contentKey(file)),
      layouts.get(file.provenType),
    );
  });
}

const labelLists = sameLists<ChosenFile>();
const contentLists = sameLists<ChosenFile>();

const checkedFile = remembered(
  (
    file: ChosenFile,
    sameLabel: Peers['sameLabel'],
    yearBefore: Peers['yearBefore'],
    yearAfter: Peers['yearAfter'],
    sameContent: Peers['sameContent'],
    usualLayout: Peers['usualLayout'],
  ): CheckedFile => ({
    ...file,
    peers: { sameLabel, yearBefore, yearAfter, sameContent, usualLayout },
  }),
);

/** Files without a key have no group. */
function groups(
  files: readonly ChosenFile[],
  keyOf: (file: ChosenFile) => string | undefined,
  sameList: (files: readonly ChosenFile[]) => readonly ChosenFile[],
): (key: string | undefined) => readonly ChosenFile[] {
  const known = new Map(
    [...Map.groupBy(files, keyOf)].map(([key, group]) => [key, sameList(group)]),
  );
  known.delete(undefined);
  return (key) => known.get(key) ?? sameList([]);
}

function labelKey({ fileType, schoolYear }: FileLabel, yearsLater = 0): string {
  return `${fileType} ${schoolYearFrom(firstCalendarYear(schoolYear) + yearsLater)}`;
}

function contentKey({ facts }: ChosenFile): string | undefined {
  return facts?.emptiness ? undefined : facts?.contentHash;
}
