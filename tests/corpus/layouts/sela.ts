import type { Layout } from './layout.ts';
import { LEA_SCHOOL_YEAR, layoutOf, RECORD_HEAD, SHORT_STUDENT } from './layout.ts';

export const SELA: Layout = layoutOf({
  fileType: 'SELA',
  fieldCounts: [17, 18],
  yearPosition: 6,
  leaPosition: 4,
  schoolPosition: 5,
  ssidPosition: 7,
  rowsPerStudent: 1,
  body: [
    ...RECORD_HEAD,
    ...LEA_SCHOOL_YEAR,
    ...SHORT_STUDENT,
    ['English Language Acquisition Status Code', 'elStatus'],
    ['English Language Acquisition Status Start Date', 'elStatusStart'],
    ['Primary Language Code', 'language'],
    ['English Language Acquisition Status End Date', 'blank'],
  ],
});
