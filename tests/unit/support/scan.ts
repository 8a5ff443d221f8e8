import { RecordScanner } from '../../../lib/inspection/record-scanner.ts';
import type { Tally } from '../../../lib/inspection/tally.ts';
import { cut } from './cut.ts';
import { latin1 } from './records.ts';

/** Everything that a scanner counts, the bytes fed to it in pieces, cut at ascending positions. */
export function scan(bytes: Uint8Array<ArrayBuffer>, cuts: readonly number[] = []) {
  const scanner = new RecordScanner();
  for (const piece of cut(bytes, cuts)) scanner.feed(piece);
  scanner.finish();
  return factsOf(scanner);
}

export function factsOf(scanner: RecordScanner) {
  const counts = (tally: Pick<Tally<string>, 'counts'> | Pick<Tally<number>, 'counts'>) =>
    Object.fromEntries(tally.counts);
  return {
    rows: scanner.rows,
    blankRows: scanner.blankRows,
    foreignLines: scanner.foreignLines,
    surplusLines: scanner.surplusLines,
    markLines: scanner.markLines,
    lineEnds: { ...scanner.lineEnds },
    endsWithLineEnd: scanner.endsWithLineEnd,
    endOfFileMark: scanner.endOfFileMark,
    odsRecords: counts(scanner.odsRecords),
    sisRecords: counts(scanner.sisRecords),
    lookAlikes: counts(scanner.lookAlikes),
    otherExtracts: counts(scanner.otherExtracts),
    otherSeparators: counts(scanner.otherSeparators),
    separatedTypes: counts(scanner.separatedTypes),
    schoolYears: counts(scanner.schoolYears),
    reportingLeas: counts(scanner.reportingLeas),
    schools: Object.fromEntries(scanner.schools),
    students: scanner.students,
    fieldCounts: counts(scanner.fieldCounts),
    oddities: scanner.oddities,
  };
}

export const scanText = (text: string) => scan(latin1(text));
