import type { Layout } from './layout.ts';
import { LEA_SCHOOL_YEAR, layoutOf, RECORD_HEAD, SHORT_STUDENT } from './layout.ts';

export const SCTE: Layout = layoutOf({
  fileType: 'SCTE',
  fieldCounts: [16],
  yearPosition: 6,
  leaPosition: 4,
  schoolPosition: 5,
  ssidPosition: 7,
  rowsPerStudent: 1.5,
  body: [
    ...RECORD_HEAD,
    ...LEA_SCHOOL_YEAR,
    ...SHORT_STUDENT,
    ['CTE Pathway Code', 'pathway'],
    ['CTE Pathway Completion Academic Year ID', 'pathwayYear'],
  ],
});
