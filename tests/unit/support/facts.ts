import { createHash } from 'node:crypto';
import type { FileType } from '../../../lib/calpads/file-types.ts';
import { RECORD_LAYOUTS } from '../../../lib/calpads/record-layouts.ts';
import type { SchoolYear } from '../../../lib/calpads/school-year.ts';
import type { FileFacts } from '../../../lib/inspection/file-facts.ts';
import type { Inspection } from '../../../lib/inspection/inspection.ts';

let serial = 0;

/** Facts of a good extract of ten records; each call gives another content. */
export function factsOf(
  fileType: FileType,
  schoolYear: SchoolYear,
  other: Partial<FileFacts> = {},
): FileFacts {
  serial += 1;
  return {
    bytes: 1740,
    contentHash: createHash('sha256').update(String(serial)).digest('hex'),
    encoding: 'ascii',
    rows: 10,
    blankRows: 0,
    foreignLines: {},
    surplusLines: [],
    markLines: [],
    lineEnds: { crlf: 10, lf: 0, cr: 0, crcrlf: 0 },
    endsWithLineEnd: true,
    odsRecords: { [fileType]: 10 },
    sisRecords: {},
    lookAlikes: {},
    otherExtracts: {},
    otherSeparators: {},
    separatedTypes: {},
    schoolYears: { [schoolYear]: 10 },
    reportingLeas: { '0199901': 10 },
    schools: { '9900001': 10 },
    fieldCounts: { [RECORD_LAYOUTS[fileType].knownFieldCounts[0] ?? 0]: 10 },
    oddities: {},
    ...other,
  };
}

export function textOf(
  fileType: FileType,
  schoolYear: SchoolYear,
  other: Partial<FileFacts> = {},
): Inspection {
  return textWith(factsOf(fileType, schoolYear, other));
}

/** An inspection with these facts, for tests that read no bytes. */
export function textWith(facts: FileFacts): Inspection {
  return { kind: 'text', facts, blockHashes: new Uint8Array(32) };
}
