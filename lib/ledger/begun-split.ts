import type { FileType } from '../calpads/file-types.ts';
import type { SchoolYear } from '../calpads/school-year.ts';
import { cellState } from './cells.ts';
import type { LedgerEvent } from './events.ts';
import { isCellEvent, placeOf, standing } from './events.ts';

/** A file that goes in parts, of which some were sent and some were not. */
export interface BegunSplit {
  readonly fileType: FileType;
  readonly schoolYear: SchoolYear;
  readonly packing: 'zip' | 'text parts';
  readonly of: number;
  /** Numbers of the parts that count as sent, from 1. */
  readonly done: readonly number[];
}

/**
 * Whether parts of this very content were sent, and not all of them yet.
 * @param events of one organization, in any order
 */
export function begunSplit(
  events: readonly LedgerEvent[],
  contentHash: string,
): BegunSplit | undefined {
  const counted = standing(events).filter(isCellEvent);
  const cells = Map.groupBy(counted, (event) => {
    const { fileType, schoolYear } = placeOf(event);
    return `${fileType} ${schoolYear}`;
  });
  for (const [, ofCell] of cells) {
    const { sent } = cellState(ofCell);
    const [first] = ofCell;
    if (!first || !sent?.parts || sent.parts.contentHash !== contentHash) continue;
    const { of, done } = sent.parts;
    if (done.length >= of) continue;
    const { fileType, schoolYear } = placeOf(first);
    const packing = sent.name?.endsWith('.zip') ? 'zip' : 'text parts';
    return { fileType, schoolYear, packing, of, done };
  }
  return undefined;
}
