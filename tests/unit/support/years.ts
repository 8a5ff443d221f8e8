import type { FileType } from '../../../lib/calpads/file-types.ts';
import type { SchoolYear } from '../../../lib/calpads/school-year.ts';
import type { FileFacts } from '../../../lib/inspection/file-facts.ts';
import { checkFiles } from '../../../lib/rules/check-files.ts';
import type { InspectedFile } from '../../../lib/rules/checked-file.ts';
import type { Finding } from '../../../lib/rules/rule.ts';
import { textOf } from './facts.ts';

/** A file for one school year, with these counts. All its records are from that year. */
export interface CountedFile {
  readonly year: SchoolYear;
  readonly rows: number;
  readonly students?: number;
  /** Records by school. */
  readonly schools?: Readonly<Record<string, number>>;
  readonly facts?: Partial<FileFacts>;
  readonly name?: string;
  readonly knownYears?: InspectedFile['knownYears'];
}

/** What the rule finds in files of one type that are chosen together, one list per file. */
export function foundInYears(
  ruleId: string,
  fileType: FileType,
  ...files: readonly CountedFile[]
): Finding[][] {
  const chosen = files.map(({ year, rows, students, schools, facts, name, knownYears }, at) => ({
    id: String(at),
    name: name ?? `${fileType} ${year}.txt`,
    inspection: textOf(fileType, year, {
      rows,
      odsRecords: { [fileType]: rows },
      schoolYears: { [year]: rows },
      reportingLeas: { '0199901': rows },
      schools: schools ?? { '9900001': rows },
      ...(students !== undefined && { students }),
      ...facts,
    }),
    ...(knownYears && { knownYears }),
  }));
  return checkFiles(chosen).map(({ findings }) =>
    findings.filter((finding) => finding.ruleId === ruleId),
  );
}

/** The positions of the files in which the rule finds something. */
export function placesIn(found: readonly (readonly Finding[])[]): number[] {
  return found.flatMap((findings, at) => (findings.length > 0 ? [at] : []));
}
