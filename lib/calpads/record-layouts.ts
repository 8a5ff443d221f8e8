import type { FileType } from './file-types.ts';

/**
 * The positions of the codes in an ODS record, as 1-based caret fields. Sources: CALPADS Data Guide
 * v11.0 and public layouts (domain facts, "What is inside an ODS extract").
 */
export interface RecordLayout {
  readonly academicYear: number;
  readonly reportingLea: number;
  readonly school: number;
  /**
   * Field counts seen in real files, with the two trailing date fields, from the oldest layout to
   * today's. A file has the layout of the day it was downloaded, whatever school year it is for
   * (Aeries' notes on the CALPADS rollover of 2023-09-19). So another count gives a warning and
   * never more.
   */
  readonly knownFieldCounts: readonly number[];
  /**
   * How a person requests the extract from CALPADS: for one school year, or for a range of dates. A
   * date-range file may correctly hold records from several years.
   */
  readonly requestedBy: 'school year' | 'date range';
}

export const RECORD_LAYOUTS: Readonly<Record<FileType, RecordLayout>> = {
  CRSC: layout(6, 4, 5, [29, 38], 'school year'),
  SCSC: layout(6, 4, 5, [22, 23], 'school year'),
  SCTE: layout(6, 4, 5, [16], 'school year'),
  SELA: layout(6, 4, 5, [17, 18], 'date range'),
  SENR: layout(7, 4, 5, [35, 41, 36, 37], 'date range'),
  SINF: layout(8, 6, 7, [44, 51, 52], 'date range'),
  SPRG: layout(6, 4, 5, [28], 'date range'),
};

function layout(
  academicYear: number,
  reportingLea: number,
  school: number,
  knownFieldCounts: readonly number[],
  requestedBy: RecordLayout['requestedBy'],
): RecordLayout {
  return { academicYear, reportingLea, school, knownFieldCounts, requestedBy };
}
