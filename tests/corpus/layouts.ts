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

/**
 * The default field count for a file from this school year. Only the CRSC change in 2019-20 is
 * documented. The other counts are spread over the years so that all of them occur.
 */
export function usualFieldCount(fileType: FileType, schoolYear: string): number {
  const { fieldCounts } = LAYOUTS[fileType];
  const start = Number(schoolYear.slice(0, 4));
  const firstYears: Record<FileType, readonly number[]> = {
    CRSC: [0, 2019],
    SCSC: [0],
    SCTE: [0],
    SELA: [0, 2021],
    SENR: [0, 2019, 2020, 2022],
    SINF: [0],
    SPRG: [0],
  };
  const step = firstYears[fileType].findLastIndex((first) => first <= start);
  return fieldCounts[step] ?? fieldCounts[0] ?? 0;
}
