import type { FileType } from '../calpads/file-types.ts';

/**
 * How each extract is requested in CALPADS: CRSC, SCSC and SCTE for one academic year; SENR, SINF,
 * SPRG and SELA by active students or a date range, so those can hold other years too (CALPADS
 * documentation, "ODS Extracts").
 */
export const REQUESTED_BY: Readonly<Record<FileType, 'academic year' | 'date range'>> = {
  CRSC: 'academic year',
  SCSC: 'academic year',
  SCTE: 'academic year',
  SELA: 'date range',
  SENR: 'date range',
  SINF: 'date range',
  SPRG: 'date range',
};
