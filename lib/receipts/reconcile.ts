import type { FileType } from '../calpads/file-types.ts';
import { FILE_TYPES } from '../calpads/file-types.ts';
import type { SchoolYear } from '../calpads/school-year.ts';
import { bySchoolYear } from '../calpads/school-year.ts';

/** How the rows that Cal-PASS Plus received stand to the rows that were sent. */
export type Comparison = 'equal' | 'fewer' | 'more' | 'zero' | 'not listed' | 'nothing sent';

/**
 * @param sent rows of the file sent, or of its parts together; absent when none was sent
 * @param received rows in the help desk's table; absent when it has no number there
 */
export function compareRows(sent: number | undefined, received: number | undefined): Comparison {
  if (sent === undefined) return 'nothing sent';
  if (received === undefined) return 'not listed';
  if (received === sent) return 'equal';
  if (received === 0) return 'zero';
  return received < sent ? 'fewer' : 'more';
}

/** Rows of the parts that one file was split into, together; nothing when there is none. */
export function sumOfParts(rows: readonly number[]): number | undefined {
  return rows.length === 0 ? undefined : rows.reduce((sum, part) => sum + part, 0);
}

/** Row counts of one organization for one school year. */
export interface YearCounts {
  readonly schoolYear: SchoolYear;
  readonly counts: Readonly<Partial<Record<FileType, number>>>;
}

/** What is odd in a table by itself. A person has to look; none of it proves a mistake. */
export type ReceiptFinding =
  /** The mark of one year's files sent under two years. */
  | {
      readonly kind: 'identical years';
      /** Oldest first. */
      readonly years: readonly [SchoolYear, SchoolYear, ...SchoolYear[]];
      /** The types in which all these years have the same number. */
      readonly fileTypes: readonly FileType[];
    }
  /** The mark of a file that was cut off, or sent for one school only. */
  | {
      readonly kind: 'far below neighbours';
      readonly schoolYear: SchoolYear;
      readonly fileType: FileType;
      readonly rows: number;
      /** Rows of the year before and the year after, as far as the table has them. */
      readonly neighbours: readonly number[];
    };

/** Whether a cell of the checklist has one of the counts that this finding calls the same. */
export function isAmong(
  { schoolYear, fileType }: { readonly schoolYear: SchoolYear; readonly fileType: FileType },
  finding: ReceiptFinding,
): boolean {
  if (finding.kind !== 'identical years') return false;
  return finding.years.includes(schoolYear) && finding.fileTypes.includes(fileType);
}

/**
 * @param years of one organization, in any order, each once
 * @returns first the identical years, then the low counts, both oldest first
 */
export function findOddYears(years: readonly YearCounts[]): readonly ReceiptFinding[] {
  const inOrder = years.toSorted((a, b) => bySchoolYear(a.schoolYear, b.schoolYear));
  return [...identicalYears(inOrder), ...lowCounts(inOrder)];
}

function identicalYears(years: readonly YearCounts[]): ReceiptFinding[] {
  const groups: YearCounts[][] = [];
  for (const year of years) {
    const group = groups.find((members) => isIdentical([...members, year]));
    if (group) group.push(year);
    else groups.push([year]);
  }
  return groups.flatMap((members) => {
    const [first, second, ...more] = members.map(({ schoolYear }) => schoolYear);
    if (!first || !second) return [];
    const fileTypes = equalTypes(members);
    return [{ kind: 'identical years', years: [first, second, ...more], fileTypes }];
  });
}

/** Fewer equal numbers may be chance: small districts have the same count in two years. */
const FEWEST_EQUAL = 3;
/** Two numbers from 1,000 on hardly ever stay the same by chance. */
const LARGE = 1000;
const FEWEST_LARGE = 2;
/** One file may have been replaced since, and the other six are still the same. */
const MOST_REPLACED = 1;

/** Whether years agree in enough types to mean something. */
function isIdentical(years: readonly YearCounts[]): boolean {
  const equal = equalTypes(years);
  const rows = equal.map((fileType) => years[0]?.counts[fileType] ?? 0);
  const filled = rows.filter((count) => count > 0).length;
  const isAll = equal.length === FILE_TYPES.length && filled > 0;
  if (!isContradicted(years) && (filled >= FEWEST_EQUAL || isAll)) return true;
  const isNearlyAll = equal.length >= FILE_TYPES.length - MOST_REPLACED && filled >= FEWEST_EQUAL;
  return isNearlyAll || rows.filter((count) => count >= LARGE).length >= FEWEST_LARGE;
}

/** Whether two of the years have different numbers in any type. */
function isContradicted(years: readonly YearCounts[]): boolean {
  return pairsOf(years).some(([a, b]) => equalTypes([a, b]).length < typesInCommon([a, b]).length);
}

function equalTypes(years: readonly YearCounts[]): FileType[] {
  const [first] = years;
  return typesInCommon(years).filter((fileType) =>
    years.every(({ counts }) => counts[fileType] === first?.counts[fileType]),
  );
}

function typesInCommon(years: readonly YearCounts[]): FileType[] {
  return FILE_TYPES.filter((fileType) =>
    years.every(({ counts }) => counts[fileType] !== undefined),
  );
}

function pairsOf<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((a, at) => items.slice(at + 1).map((b): [T, T] => [a, b]));
}

/** Below this, half is a matter of a few students. */
const FEWEST_ROWS_OF_NEIGHBOUR = 20;

function lowCounts(years: readonly YearCounts[]): ReceiptFinding[] {
  return years.flatMap(({ schoolYear, counts }, at) =>
    FILE_TYPES.flatMap((fileType): ReceiptFinding[] => {
      const rows = counts[fileType];
      const neighbours = [years[at - 1], years[at + 1]]
        .map((year) => year?.counts[fileType])
        .filter((count) => count !== undefined);
      if (rows === undefined || !isFarBelow(rows, neighbours)) return [];
      return [{ kind: 'far below neighbours', schoolYear, fileType, rows, neighbours }];
    }),
  );
}

function isFarBelow(rows: number, neighbours: readonly number[]): boolean {
  return (
    neighbours.length > 0 &&
    neighbours.every((count) => count >= FEWEST_ROWS_OF_NEIGHBOUR && rows * 2 < count)
  );
}
