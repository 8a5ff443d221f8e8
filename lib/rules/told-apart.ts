import type { FileFacts } from '../inspection/file-facts.ts';

/** No record can be in two of these files: no LEA, or no school, has records in two of them. */
export function whatIsDisjoint(files: readonly FileFacts[]): 'leas' | 'schools' | undefined {
  if (areDisjoint(files.map(leasOf))) return 'leas';
  return areDisjoint(files.map(({ schoolCodes }) => schoolCodes)) ? 'schools' : undefined;
}

/** All LEAs of a file. Undefined if some records name none, or if there are too many to list. */
function leasOf({ reportingLeas, odsRecords, sisRecords }: FileFacts): string[] | undefined {
  const records = sum(odsRecords) + sum(sisRecords);
  return sum(reportingLeas) === records ? Object.keys(reportingLeas) : undefined;
}

function sum(counts: Readonly<Partial<Record<string, number>>>): number {
  return Object.values(counts).reduce<number>((total, count = 0) => total + count, 0);
}

function areDisjoint(lists: readonly (readonly string[] | undefined)[]): boolean {
  const codes = lists.flatMap((list) => list ?? []);
  return lists.every((list) => list && list.length > 0) && new Set(codes).size === codes.length;
}
