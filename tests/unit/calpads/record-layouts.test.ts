import { describe, expect, it } from 'vitest';
import { FILE_TYPES } from '../../../lib/calpads/file-types.ts';
import { RECORD_LAYOUTS } from '../../../lib/calpads/record-layouts.ts';

/** Domain facts, "What is inside an ODS extract": year, LEA, school, field counts, oldest first. */
const TABLE = {
  CRSC: [6, 4, 5, [29, 38]],
  SCSC: [6, 4, 5, [22, 23]],
  SCTE: [6, 4, 5, [16]],
  SELA: [6, 4, 5, [17, 18]],
  SENR: [7, 4, 5, [35, 41, 36, 37]],
  SINF: [8, 6, 7, [44, 51, 52]],
  SPRG: [6, 4, 5, [28]],
} as const;

describe('the record layouts', () => {
  it.each(FILE_TYPES)('have the codes of %s at the positions in the domain facts', (fileType) => {
    const { academicYear, reportingLea, school, knownFieldCounts } = RECORD_LAYOUTS[fileType];
    expect([academicYear, reportingLea, school, knownFieldCounts]).toEqual(TABLE[fileType]);
  });

  it('say that people request CRSC, SCSC and SCTE by school year, and the others by dates', () => {
    const byYear = FILE_TYPES.filter((type) => RECORD_LAYOUTS[type].requestedBy === 'school year');
    expect(byYear).toEqual(['CRSC', 'SCSC', 'SCTE']);
  });
});
