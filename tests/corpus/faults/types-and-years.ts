import { extractBytes } from '../extract.ts';
import type { FileType } from '../file-types.ts';
import { FILE_TYPES } from '../file-types.ts';
import { yearCounts } from '../year-mix.ts';
import type { SpecEdit } from './edit.ts';
import { SCHOOL_YEAR, specOf, YEAR_BEFORE } from './edit.ts';
import type { ExpectedFinding, Form } from './form.ts';
import { block, warn } from './form.ts';

/**
 * People request these from CALPADS for one academic year, so another year is a wrong download.
 * They request the other four types by date range or by active students, and those may correctly
 * have several years.
 */
const ONE_YEAR_TYPES: readonly FileType[] = ['CRSC', 'SCSC', 'SCTE'];
const DATE_RANGE_TYPES = FILE_TYPES.filter((fileType) => !ONE_YEAR_TYPES.includes(fileType));

/** The finding for some records from another school year than the one in the name. */
export function yearMismatch(fileType: FileType): ExpectedFinding {
  return ONE_YEAR_TYPES.includes(fileType)
    ? block('school-year-mismatch')
    : warn('school-year-mismatch');
}

/** The finding for records that are all from other school years. No type may have that. */
const noneOfTheYear = block('school-year-mismatch');

function withContent(
  id: string,
  name: string,
  expected: readonly ExpectedFinding[],
  fileType: FileType,
  edit: SpecEdit = {},
): Form {
  const spec = specOf(fileType, edit);
  return {
    id,
    name,
    bytes: () => extractBytes(spec),
    expected,
    facts: { rows: spec.rows, years: Object.fromEntries(yearCounts(spec)) },
  };
}

const mismatch = (named: FileType, found: FileType) => block('type-mismatch', { named, found });

/** Each type has the name of the next one. Some of these pairs differ only in field 1. */
const typeMismatches: readonly Form[] = FILE_TYPES.map((found, index) => {
  const named = FILE_TYPES[(index + 1) % FILE_TYPES.length] ?? 'CRSC';
  return withContent(
    `type-${found.toLowerCase()}-named-${named.toLowerCase()}`,
    `${named} ${SCHOOL_YEAR}.txt`,
    [mismatch(named, found)],
    found,
  );
});

const yearMismatches: readonly Form[] = FILE_TYPES.flatMap((fileType) => [
  withContent(
    `year-${fileType.toLowerCase()}-all-rows`,
    `${fileType} ${SCHOOL_YEAR}.txt`,
    [noneOfTheYear],
    fileType,
    { schoolYear: YEAR_BEFORE },
  ),
  withContent(
    `year-${fileType.toLowerCase()}-some-rows`,
    `${SCHOOL_YEAR} ${fileType}.txt`,
    [yearMismatch(fileType)],
    fileType,
    { otherYears: { [YEAR_BEFORE]: 0.25 } },
  ),
  withContent(
    `year-${fileType.toLowerCase()}-one-row`,
    `${fileType} ${SCHOOL_YEAR}.txt`,
    [yearMismatch(fileType)],
    fileType,
    { rows: 200, otherYears: { '2023-24': 0.005 } },
  ),
]);

// Without a known year, the name cannot be corrected either, so the name is not a separate finding.
const unknownYears: readonly Form[] = DATE_RANGE_TYPES.flatMap((fileType) => [
  withContent(
    `year-unknown-${fileType.toLowerCase()}`,
    `${fileType}.txt`,
    [block('school-year-unknown')],
    fileType,
    { otherYears: { [YEAR_BEFORE]: 0.4 } },
  ),
  withContent(
    `year-unknown-${fileType.toLowerCase()}-download-name`,
    'C68130K.txt',
    [block('school-year-unknown')],
    fileType,
    { otherYears: { [YEAR_BEFORE]: 0.3, '2020-21': 0.3 } },
  ),
]);

/** Several years, and none is the one in the name. */
const absentYears: readonly Form[] = DATE_RANGE_TYPES.flatMap((fileType) => [
  withContent(
    `year-absent-${fileType.toLowerCase()}`,
    `${fileType} 2018-19.txt`,
    [noneOfTheYear],
    fileType,
    { otherYears: { [YEAR_BEFORE]: 0.4 } },
  ),
  withContent(
    `year-absent-${fileType.toLowerCase()}-long-year`,
    `${fileType}_2018_2019.txt`,
    [block('name-not-exact'), noneOfTheYear],
    fileType,
    { otherYears: { [YEAR_BEFORE]: 0.4 } },
  ),
  withContent(
    `year-unsure-${fileType.toLowerCase()}`,
    `${fileType} grades 11-12.txt`,
    [block('school-year-unknown')],
    fileType,
    { otherYears: { [YEAR_BEFORE]: 0.4 } },
  ),
]);

const tenYears: Form = withContent(
  'year-senr-ten-years',
  'SENR 2022-23.txt',
  [warn('school-year-mismatch')],
  'SENR',
  {
    rows: 1000,
    otherYears: Object.fromEntries(
      Array.from({ length: 9 }, (_, i) => [`${2013 + i}-${14 + i}`, 0.1]),
    ),
  },
);

const mixed: readonly Form[] = [
  withContent(
    'type-only-in-name',
    'SENR.txt',
    [block('name-not-exact'), mismatch('SENR', 'SINF')],
    'SINF',
  ),
  withContent(
    'type-small-letters',
    'sprg 2022-23.txt',
    [block('name-not-exact'), mismatch('SPRG', 'SENR')],
    'SENR',
  ),
  withContent(
    'type-and-year',
    'SPRG 2022-23.txt',
    [mismatch('SPRG', 'SENR'), noneOfTheYear],
    'SENR',
    { schoolYear: YEAR_BEFORE },
  ),
  withContent(
    'type-and-year-one-year-types',
    'CRSC 2022-23.txt',
    [mismatch('CRSC', 'SCSC'), block('school-year-mismatch')],
    'SCSC',
    { schoolYear: YEAR_BEFORE },
  ),
  withContent(
    'type-and-extension',
    'SELA 2022-23.csv',
    [mismatch('SELA', 'SPRG'), block('wrong-extension')],
    'SPRG',
  ),
  // The name is no exact label, so the year that all records have comes first.
  withContent('year-and-long-year', 'SCTE 2022-2023.txt', [block('name-not-exact')], 'SCTE', {
    schoolYear: YEAR_BEFORE,
  }),
  withContent(
    'year-and-second-download',
    'SINF 2022-23 (1).txt',
    [block('name-not-exact'), warn('school-year-mismatch')],
    'SINF',
    { otherYears: { [YEAR_BEFORE]: 0.1 } },
  ),
  // A one-year type cannot have an unknown year. The several years are the fault.
  withContent(
    'year-crsc-several-none-named',
    'CRSC.txt',
    [block('name-not-exact'), block('school-year-mismatch')],
    'CRSC',
    { otherYears: { [YEAR_BEFORE]: 0.1 } },
  ),
];

/** Files whose name has another type or school year than their records. */
export const TYPE_AND_YEAR_FORMS: readonly Form[] = [
  ...typeMismatches,
  ...yearMismatches,
  ...unknownYears,
  ...absentYears,
  tenYears,
  ...mixed,
];
