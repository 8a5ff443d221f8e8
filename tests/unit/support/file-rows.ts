import type { FileType } from '../../../lib/calpads/file-types.ts';
import type { SchoolYear } from '../../../lib/calpads/school-year.ts';
import type { Step } from '../../../lib/fixes/plan.ts';
import type { FileRow } from '../../../lib/session/file-row.ts';

let nextId = 1;

/** A chosen file that is not checked yet. */
export function row(name: string, other: Partial<FileRow> = {}): FileRow {
  return {
    id: String(nextId++),
    name,
    bytes: 1,
    findings: [],
    changes: [],
    schoolYears: [],
    yearsToChoose: [],
    place: 'now',
    ...other,
  };
}

/** A file that can go as this type and year, whatever its name is. */
export function going(
  fileType: FileType,
  schoolYear: SchoolYear,
  ...steps: readonly Step[]
): FileRow {
  const label = { fileType, schoolYear, order: 'type first' } as const;
  const name = `${fileType} ${schoolYear}.txt`;
  return row(`given ${nextId}.txt`, { plan: { kind: 'can go', label, name, steps } });
}

/** A file that cannot go. */
export function held(name: string, other: Partial<FileRow> = {}): FileRow {
  return row(name, { plan: { kind: 'held' }, ...other });
}
