import type { NameReading } from '../calpads/file-label.ts';
import { readFileName } from '../calpads/file-label.ts';
import type { ArchiveFacts } from '../inspection/inspection.ts';

/** Where a file was chosen, as far as that can tell its school year. */
interface Place {
  readonly archive?: ArchiveFacts | undefined;
  readonly fromZip?: string | undefined;
}

/**
 * A file's name, with the school year from the nearest name around it if its own name has none.
 * People sort `SCSC.txt` into folders like `2021-22`. For a zip, the name inside counts.
 */
export function readingAt(name: string, { archive, fromZip = '' }: Place): NameReading {
  const reading = readFileName(name);
  const around = [entryName(archive), ...fromZip.split('/').toReversed()].map(readFileName);
  const withYear = [reading, ...around].filter(({ schoolYear }) => schoolYear !== undefined);
  const best = withYear.find(({ isYearGuess }) => !isYearGuess) ?? withYear[0];
  if (!best?.schoolYear) return reading;
  const { isYearGuess: _, ...certain } = reading;
  const { schoolYear, isYearGuess } = best;
  return { ...certain, schoolYear, ...(isYearGuess && { isYearGuess }) };
}

/** The word order of a label. A zip has the one of the file inside, because both names must agree. */
export function orderOf(
  reading: NameReading,
  archive: ArchiveFacts | undefined,
): 'type first' | 'year first' {
  const inside = readFileName(entryName(archive));
  return inside.label?.order ?? reading.label?.order ?? 'type first';
}

/** The name of the only file in a zip. */
function entryName(archive: ArchiveFacts | undefined): string {
  const [entry, ...others] = archive?.entries ?? [];
  return entry && others.length === 0 ? entry.name : '';
}
