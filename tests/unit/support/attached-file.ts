import type { FileType } from '../../../lib/calpads/file-types.ts';
import type { SchoolYear } from '../../../lib/calpads/school-year.ts';
import type { AttachedFile } from '../../../lib/ledger/attached-file.ts';

export function sentFile(
  fileType: FileType,
  schoolYear: SchoolYear = '2022-23',
  other: Partial<AttachedFile> = {},
): AttachedFile {
  return {
    fileType,
    schoolYear,
    reportingLea: '0199901',
    name: `${fileType} ${schoolYear}.txt`,
    rows: 10,
    sourceBytes: 1740,
    attachedBytes: 1740,
    contentHash: 'a'.repeat(64),
    attachedSha256: 'b'.repeat(64),
    ...other,
  };
}

/** Ids that can be foretold: the n-th of its kind. */
export function uuid(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

/** Gives `uuid(1)`, `uuid(2)`, … */
export function countingIds(): () => string {
  let last = 0;
  return () => uuid(++last);
}
