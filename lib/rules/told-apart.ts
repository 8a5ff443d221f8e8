import type { Counts, FileFacts } from '../inspection/file-facts.ts';

/** No record can be in two of these files: no LEA, or no school, has records in two of them. */
export function whatIsDisjoint(files: readonly FileFacts[]): 'leas' | 'schools' | undefined {
  if (areDisjoint(files.map(leasOf))) return 'leas';
  return areDisjoint(files.map(schoolsOf)) ? 'schools' : undefined;
}

/** All LEAs of a file. Undefined if some records name none, or if there are too many to list. */
function leasOf(records: FileFacts): string[] | undefined {
  return codesIn(records, records.reportingLeas);
}

/** All school codes of a file, sorted. Undefined if some records have none, or if there are too many. */
export function schoolsOf(records: FileFacts): string[] | undefined {
  return codesIn(records, records.schools);
}

function codesIn({ odsRecords, sisRecords }: FileFacts, counts: Counts<string>) {
  const records = sum(odsRecords) + sum(sisRecords);
  return sum(counts) === records ? Object.keys(counts).toSorted() : undefined;
}

function sum(counts: Counts<string>): number {
  return Object.values(counts).reduce<number>((total, count = 0) => total + count, 0);
}

function areDisjoint(lists: readonly (readonly string[] | undefined)[]): boolean {
  const codes = lists.flatMap((list) => list ?? []);
  return lists.every((list) => list && list.length > 0) && new Set(codes).size === codes.length;
}
