import type { FileLabel, NameReading } from '../calpads/file-label.ts';
import type { FileType } from '../calpads/file-types.ts';
import type { SchoolYear } from '../calpads/school-year.ts';
import type { FileFacts } from '../inspection/file-facts.ts';
import type { Inspection } from '../inspection/inspection.ts';
import type { CheckedFile } from './rule.ts';
import { mostFirst, yearHistogram } from './rule.ts';
import { orderOf, readingAt } from './year-around.ts';

export interface InspectedFile {
  readonly id: string;
  readonly name: string;
  readonly inspection: Inspection;
  readonly chosenYear?: CheckedFile['chosenYear'];
  readonly zippedBytes?: CheckedFile['zippedBytes'];
  readonly wantsTextParts?: CheckedFile['wantsTextParts'];
  readonly wantsRepair?: CheckedFile['wantsRepair'];
  readonly fromZip?: CheckedFile['fromZip'];
  readonly cutFrom?: CheckedFile['cutFrom'];
  readonly requiredYears?: CheckedFile['requiredYears'];
  /** What the ledger knows about the same content. */
  readonly sentBefore?: CheckedFile['sentBefore'];
  readonly knownYears?: CheckedFile['knownYears'];
  readonly organization?: CheckedFile['organization'];
  readonly sentSets?: CheckedFile['sentSets'];
  readonly saysParts?: CheckedFile['saysParts'];
  readonly saysPart?: CheckedFile['saysPart'];
  readonly namesSchool?: CheckedFile['namesSchool'];
}

/** Combines the name, the content and the person's answer for the rules. */
export function checkedFile(file: InspectedFile): Omit<CheckedFile, 'others'> {
  const { inspection } = file;
  const archive = inspection.kind === 'archive' ? inspection.archive : undefined;
  const reading = readingAt(file.name, { archive, fromZip: file.fromZip });
  const common = {
    id: file.id,
    name: file.name,
    reading,
    ...(file.chosenYear && { chosenYear: file.chosenYear }),
    ...(file.zippedBytes && { zippedBytes: file.zippedBytes }),
    ...(file.wantsTextParts && { wantsTextParts: true }),
    ...(file.wantsRepair && { wantsRepair: true }),
    ...(file.fromZip && { fromZip: file.fromZip }),
    ...(file.cutFrom && { cutFrom: file.cutFrom }),
    ...(file.requiredYears && { requiredYears: file.requiredYears }),
    ...(file.sentBefore && { sentBefore: file.sentBefore }),
    ...(file.knownYears && { knownYears: file.knownYears }),
    ...(file.organization && { organization: file.organization }),
    ...(file.sentSets && { sentSets: file.sentSets }),
    ...(file.saysParts && { saysParts: file.saysParts }),
    ...(file.saysPart && { saysPart: file.saysPart }),
    ...(file.namesSchool && { namesSchool: true }),
  };
  if (inspection.kind === 'unreadable') return { ...common, unreadable: inspection.reason };

  const records = archive ? recordsOfArchive(archive.entries) : inspection.facts;
  const provenType = records && onlyType(records);
  const found = provenType && labelFor(reading, provenType, records, file.chosenYear);
  const label = found && { ...found, order: orderOf(reading, archive) };
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

/** The type of all records, if they have the same one. */
export function onlyType(records: FileFacts): FileType | undefined {
  const ods = mostFirst(records.odsRecords);
  const types = ods.length > 0 ? ods : mostFirst(records.sisRecords);
  return types.length === 1 ? types[0]?.[0] : undefined;
}

/** The content proves the type. */
function labelFor(
  reading: NameReading,
  fileType: FileType,
  records: FileFacts,
  chosenYear: SchoolYear | undefined,
): Omit<FileLabel, 'order'> | undefined {
  const schoolYear = chosenYear ?? yearFor(reading, records);
  if (!schoolYear) return undefined;
  return { fileType, schoolYear };
}

/**
 * The year to send the file for, without the person's answer. An exact label says what the file is
 * meant to be, so it is held against the records. Any other name may hold a date or a word from
 * elsewhere. There, records that are all from one year come first.
 */
function yearFor(reading: NameReading, records: FileFacts): SchoolYear | undefined {
  const years = yearHistogram(records);
  const onlyYear = years.length === 1 ? years[0]?.[0] : undefined;
  const isProven = onlyYear && !records.oddities['no school year'];
  if (isProven && !reading.label) return onlyYear;
  return reading.schoolYear && !reading.isYearGuess ? reading.schoolYear : onlyYear;
}
