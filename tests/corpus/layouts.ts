import type { FileType } from './file-types.ts';
import { CRSC } from './layouts/crsc.ts';
import type { Layout } from './layouts/layout.ts';
import { SCSC } from './layouts/scsc.ts';
import { SCTE } from './layouts/scte.ts';
import { SELA } from './layouts/sela.ts';
import { SENR } from './layouts/senr.ts';
import { SINF } from './layouts/sinf.ts';
import { SPRG } from './layouts/sprg.ts';

// Positions and field counts: CALPADS Data Guide v11.0 and public layouts. Headings loosely follow
// the CALPADS file specifications. The content of every field is invented.
export const LAYOUTS: Readonly<Record<FileType, Layout>> = {
  CRSC,
  SCSC,
  SCTE,
  SELA,
  SENR,
  SINF,
  SPRG,
};

/** Today's layouts: the last that were seen in ODS files. */
const TODAYS_FIELD_COUNTS: Readonly<Record<FileType, number>> = {
  CRSC: 38,
  SCSC: 23,
  SCTE: 16,
  SELA: 18,
  SENR: 37,
  SINF: 52,
  SPRG: 28,
};

/**
 * The default field count. A layout follows the day of the download, so files of every school year
 * have today's.
 */
export function todaysFieldCount(fileType: FileType): number {
  return TODAYS_FIELD_COUNTS[fileType];
}
