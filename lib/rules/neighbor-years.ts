import type { FileLabel } from '../calpads/file-label.ts';
import type { FileType } from '../calpads/file-types.ts';
import type { SchoolYear } from '../calpads/school-year.ts';
import { firstCalendarYear, schoolYearFrom } from '../calpads/school-year.ts';
import type { FileFacts } from '../inspection/file-facts.ts';
import { remembered } from './remembered.ts';
import type { CheckedFile, ChosenFile, YearCounts } from './rule.ts';
import { mostFirst } from './rule.ts';
import { countsFor, isOfOneYear } from './year-counts.ts';

/** All that is known of one school year of a file type, in this choice or in the checklist. */
export interface KnownYear extends YearCounts {
  readonly schoolYear: SchoolYear;
  /** True if the choice shows that it has records of other years. The checklist does not know. */
  readonly isMixed: boolean;
}

export interface Comparison {
  readonly fileType: FileType;
  readonly own: KnownYear;
  /** All schools with a record in the files for this year. */
  readonly ownSchools: ReadonlySet<string>;
  /** The school year before, then the one after, as far as they are known. */
  readonly neighbors: readonly KnownYear[];
}

type Labeled = ChosenFile & { readonly label: FileLabel; readonly records: FileFacts };

/** Holds a file's school year beside the ones before and after it: same type, same LEA. */
export const compareYears = remembered((file: CheckedFile): Comparison | undefined => {
  if (!isLabeled(file)) return undefined;
  const { label, records, peers, knownYears } = file;
  const { fileType, schoolYear } = label;
  const lea = leaOf(file);
  const first = firstCalendarYear(schoolYear);
  const neighbor = (year: SchoolYear, ofYear: readonly ChosenFile[]): KnownYear[] => {
    const chosen = filesByLea(ofYear).get(lea);
    if (chosen?.some((one) => one.records.contentHash === records.contentHash)) return [];
    if (chosen) return [chosenYear(chosen, year)];
    const known = knownYears?.find((one) => one.schoolYear === year);
    return known && known.contentHash !== records.contentHash ? [{ ...known, isMixed: false }] : [];
  };
  const own = filesByLea(peers.sameLabel).get(lea) ?? [file];
  return {
    fileType,
    own: chosenYear(own, schoolYear),
    ownSchools: schoolsIn(own),
    neighbors: [
      ...neighbor(schoolYearFrom(first - 1), peers.yearBefore),
      ...neighbor(schoolYearFrom(first + 1), peers.yearAfter),
    ],
  };
});

const filesByLea = remembered((files: readonly ChosenFile[]) =>
  Map.groupBy(files.filter(isLabeled), leaOf),
);

const schoolsIn = remembered(
  (files: readonly Labeled[]) =>
    new Set(files.flatMap(({ records }) => Object.keys(records.schools))),
);

/**
 * From 2025-26 on, migrant records are in the MEPS extract instead of SPRG (domain facts, section
 * 5). So SPRG may honestly have fewer rows, students and schools in that year than in the year
 * before.
 */
export function mayHaveLess(fileType: FileType, less: SchoolYear, more: SchoolYear): boolean {
  return fileType === 'SPRG' && less === '2025-26' && more === '2024-25';
}

/** E.g. `SENR 2021-22`. */
export function nameOf(fileType: FileType, { schoolYear }: KnownYear): string {
  return `${fileType} ${schoolYear}`;
}

/** Several files for one year are parts of it. The same file chosen twice counts once. */
const chosenYear = remembered((files: readonly Labeled[], schoolYear: SchoolYear): KnownYear => {
  const each = [...new Map(files.map((one) => [one.records.contentHash, one])).values()];
  const counts = each.map(({ records }) => countsFor(records, schoolYear));
  const lists = counts.flatMap(({ schools }) => (schools ? [schools] : []));
  return {
    schoolYear,
    isMixed: !each.every(({ records }) => isOfOneYear(records, schoolYear)),
    rows: counts.reduce((sum, { rows }) => sum + rows, 0),
    // One student may be in two parts.
    students: counts.length === 1 ? counts[0]?.students : undefined,
    schools: lists.length === counts.length ? [...new Set(lists.flat())] : undefined,
  };
});

function isLabeled<File extends ChosenFile>(file: File): file is File & Labeled {
  return file.label !== undefined && file.records !== undefined;
}

function leaOf({ records }: Labeled): string | undefined {
  return mostFirst(records.reportingLeas)[0]?.[0];
}
