import type { FileLabel, NameReading } from '../calpads/file-label.ts';
import type { FileType } from '../calpads/file-types.ts';
import type { SchoolYear } from '../calpads/school-year.ts';
import type { FileFacts } from '../inspection/file-facts.ts';
import type { Inspection } from '../inspection/inspection.ts';
import type { ChosenFile } from './rule.ts';
import { mostFirst, yearHistogram } from './rule.ts';
import { orderOf, readingAt } from './year-around.ts';

/** A chosen file as it was read, with what the person and the ledger say about it. */
export interface InspectedFile
  extends Pick<
    ChosenFile,
    | 'id'
    | 'name'
    | 'chosenYear'
    | 'zippedBytes'
    | 'wantsTextParts'
    | 'wantsRepair'
    | 'fromZip'
    | 'cutFrom'
    | 'requiredYears'
    | 'sentBefore'
    | 'knownYears'
    | 'organization'
    | 'sentSets'
    | 'saysParts'
    | 'saysPart'
    | 'namesSchool'
  > {
  readonly inspection: Inspection;
}

/** Combines the name, the content and the person's answer for the rules. */
export function chosenFile({ inspection, ...file }: InspectedFile): ChosenFile {
  const archive = inspection.kind === 'archive' ? inspection.archive : undefined;
  const reading = readingAt(file.name, { archive, fromZip: file.fromZip });
  const common = { ...file, reading };
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
