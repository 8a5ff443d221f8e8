import type { FileLabel } from '../calpads/file-label.ts';
import { readFileName } from '../calpads/file-label.ts';
import { LARGEST_UPLOAD_BYTES } from '../calpads/limits.ts';
import type { Inspection } from '../inspection/inspection.ts';

/**
 * Whether to take the files out of a chosen zip, and then check and send each on its own. That is
 * so if the zip is too large, or does not have the one shape that Cal-PASS Plus asks for: a single
 * text with an exact name, and nothing else. If only the zip's own name is not exact, the zip is
 * renamed instead.
 */
export function isToTakeOut(name: string, inspection: Inspection): boolean {
  if (inspection.kind !== 'archive' || inspection.archive.damage) return false;
  const { entries, isUnusual } = inspection.archive;
  const [entry, ...others] = entries;
  if (!entry) return false;
  const { label, extension } = readFileName(entry.name);
  const isOfRightShape = others.length === 0 && !isUnusual && extension === '.txt';
  if (!isOfRightShape || !label || contradicts(name, label)) return true;
  return inspection.facts.bytes > LARGEST_UPLOAD_BYTES;
}

/** The zip's name says another type or year than the name inside. */
function contradicts(name: string, { fileType, schoolYear }: FileLabel): boolean {
  const zip = readFileName(name);
  return (zip.fileType ?? fileType) !== fileType || (zip.schoolYear ?? schoolYear) !== schoolYear;
}
