import type { FileLabel, NameReading } from '../calpads/file-label.ts';
import { readFileName } from '../calpads/file-label.ts';
import type { FileType } from '../calpads/file-types.ts';
import type { SchoolYear } from '../calpads/school-year.ts';
import type { FileFacts } from '../inspection/file-facts.ts';
import type { Inspection } from '../inspection/inspection.ts';
import type { CheckedFile } from './rule.ts';
import { mostFirst, yearHistogram } from './rule.ts';

export interface InspectedFile {
  readonly id: string;
  readonly name: string;
  readonly inspection: Inspection;
  /** The person's answer to "Which school year is this file for?" */
  readonly chosenYear?: SchoolYear;
  readonly zippedBytes?: CheckedFile['zippedBytes'];
  readonly wantsTextParts?: CheckedFile['wantsTextParts'];
  readonly wantsRepair?: CheckedFile['wantsRepair'];
  readonly fromZip?: CheckedFile['fromZip'];
  /** What the ledger knows about the same content. */
  readonly sentBefore?: CheckedFile['sentBefore'];
  readonly organization?: CheckedFile['organization'];
}

/** Combines the name, the content and the person's answer for the rules. */
export function checkedFile(file: InspectedFile): Omit<CheckedFile, 'others'> {
  const reading = readFileName(file.name);
  const { inspection } = file;
  const common = {
    id: file.id,
    name: file.name,
    reading,
    ...(file.zippedBytes && { zippedBytes: file.zippedBytes }),
    ...(file.wantsTextParts && { wantsTextParts: true }),
    ...(file.wantsRepair && { wantsRepair: true }),
    ...(file.fromZip && { fromZip: file.fromZip }),
    ...(file.sentBefore && { sentBefore: file.sentBefore }),
    ...(file.organization && { organization: file.organization }),
  };
  if (inspection.kind === 'unreadable') return { ...common, unreadable: inspection.reason };

  const archive = inspection.kind === 'archive' ? inspection.archive : undefined;
  const records = archive ? recordsOfArchive(archive.entries) : inspection.facts;
  const provenType = records && onlyType(records);
  const label = provenType && labelFor(reading, provenType, records, file.chosenYear);
  return {
    ...common,
    facts: inspection.facts,
    ...(archive && { archive }),
    ...(records && { records }),
    ...(provenType && { provenType }),
    ...(label && { label }),
  };
}

function recordsOfArchive(entries: readonly { facts?: FileFacts }[]): FileFacts | undefined {
  return entries.length === 1 ? entries[0]?.facts : undefined;
}

function onlyType(records: FileFacts): FileType | undefined {
  const ods = mostFirst(records.odsRecords);
  const types = ods.length > 0 ? ods : mostFirst(records.sisRecords);
  return types.length === 1 ? types[0]?.[0] : undefined;
}

/**
 * The content proves the type. The year comes from the name. If the name has none, it is the
 * person's answer. If there was no question because all records are from one year, it is that year.
 */
function labelFor(
  reading: NameReading,
  fileType: FileType,
  records: FileFacts,
  chosenYear: SchoolYear | undefined,
): FileLabel | undefined {
  const years = yearHistogram(records);
  const onlyYear = years.length === 1 ? years[0]?.[0] : undefined;
  const schoolYear = reading.schoolYear ?? chosenYear ?? onlyYear;
  if (!schoolYear) return undefined;
  return { fileType, schoolYear, order: reading.label?.order ?? 'type first' };
}
