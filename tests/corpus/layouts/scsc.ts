import type { Layout } from './layout.ts';
import { LEA_SCHOOL_YEAR, layoutOf, RECORD_HEAD, SHORT_STUDENT } from './layout.ts';

export const SCSC: Layout = layoutOf({
  fileType: 'SCSC',
  fieldCounts: [22, 23],
  yearPosition: 6,
  leaPosition: 4,
  schoolPosition: 5,
  ssidPosition: 7,
  rowsPerStudent: 12,
  body: [
    ...RECORD_HEAD,
    ...LEA_SCHOOL_YEAR,
    ...SHORT_STUDENT,
    ['Local Course ID', 'localCourse'],
    ['Course Section ID', 'section'],
    ['Academic Term Code', 'term'],
    ['Student Credits Attempted', 'credits'],
    ['Student Credits Earned', 'credits'],
    ['Student Course Final Grade', 'finalGrade'],
    ['UC/CSU Admission Requirement Code', 'admission'],
    ['Marking Period Code', 'blank'],
    ['Student Carnegie Units Earned', 'units'],
  ],
});
