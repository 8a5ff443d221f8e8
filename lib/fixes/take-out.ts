import { readFileName } from '../calpads/file-label.ts';
import { LARGEST_UPLOAD_BYTES } from '../calpads/limits.ts';
import type { Inspection } from '../inspection/inspection.ts';

/**
 * Whether to take the files out of a chosen zip, and then check and send each on its own. That is
 * so if the zip is too large, or does not have the one shape that Cal-PASS Plus asks for: a single
 * text with an exact name.
 */
export function isToTakeOut(inspection: Inspection): boolean {
  if (inspection.kind !== 'archive' || inspection.archive.damage) return false;
  const [entry, ...others] = inspection.archive.entries;
  if (!entry) return false;
  const { label, extension } = readFileName(entry.name);
  const isOfRightShape = others.length === 0 && label && extension === '.txt';
  return !isOfRightShape || inspection.facts.bytes > LARGEST_UPLOAD_BYTES;
}
