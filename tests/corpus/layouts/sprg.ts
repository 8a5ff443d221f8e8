import type { Layout } from './layout.ts';
import { LEA_SCHOOL_YEAR, layoutOf, RECORD_HEAD, SHORT_STUDENT } from './layout.ts';

export const SPRG: Layout = layoutOf({
  fileType: 'SPRG',
  fieldCounts: [28],
  yearPosition: 6,
  leaPosition: 4,
  schoolPosition: 5,
  ssidPosition: 7,
  rowsPerStudent: 2,
  body: [
    ...RECORD_HEAD,
    ...LEA_SCHOOL_YEAR,
    ...SHORT_STUDENT,
    ['Education Program Code', 'program'],
    ['Education Program Membership Start Date', 'enrollmentStart'],
    ['Education Program Membership End Date', 'blank'],
    ['Education Service Academic Year', 'blank'],
    ['Education Service Code', 'smallCode'],
    ['California Partnership Academy ID', 'blank'],
    ['Migrant Student ID', 'localRecordId'],
    ['Primary Disability Code', 'blank'],
    ['District of Special Education Accountability', 'blank'],
    ['Homeless Dwelling Type Code', 'blank'],
    ['Unaccompanied Youth Indicator', 'rareFlag'],
    ['Runaway Youth Indicator', 'rareFlag'],
    ['Education Program Participation Type Code', 'blank'],
    ['Special Education Program Setting Code', 'blank'],
  ],
});
