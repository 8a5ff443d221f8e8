import { extractBytes } from '../extract.ts';
import type { FileType } from '../file-types.ts';
import type { Batch } from './batch.ts';
import { among } from './batch.ts';
import type { SpecEdit } from './edit.ts';
import { ended, recordsOf, SCHOOL_YEAR, specOf, YEAR_BEFORE } from './edit.ts';
import type { ExpectedFinding, Form } from './form.ts';
import { block, note } from './form.ts';

function file(
  name: string,
  fileType: FileType,
  edit: SpecEdit = {},
  expected: readonly ExpectedFinding[] = [],
): Form {
  return { id: name, name, bytes: () => extractBytes(specOf(fileType, edit)), expected };
}

const otherContent = { seed: 2 };
const before = { schoolYear: YEAR_BEFORE };
const yearBlocked = [block('school-year-mismatch')];
const strayed = [note('stray-layout')];
const misnamed = [block('name-not-exact')];
const far = [note('far-from-other-years')];
const sameRows = [note('same-rows-as-other-year')];

/** An extract for one school year, with so many records. */
function yearOf(
  fileType: FileType,
  schoolYear: string,
  rows: number,
  expected: readonly ExpectedFinding[] = [],
  edit: SpecEdit = {},
): Form {
  return file(`${fileType} ${schoolYear}.txt`, fileType, { schoolYear, rows, ...edit }, expected);
}

/** The same without the records of the first of its six schools. */
function withoutSchool(form: Form, fileType: FileType, edit: SpecEdit): Form {
  const records = () => recordsOf(fileType, edit);
  const school = (record: string) => record.split('^')[4];
  return {
    ...form,
    bytes: () => {
      const [first = '', ...others] = records();
      return ended(others.filter((record) => school(record) !== school(first)));
    },
  };
}

/** Sets of files that are wrong together. */
export const BATCH_FORMS: readonly Batch[] = [
  {
    id: 'same-file-chosen-twice',
    files: [file('SENR 2022-23.txt', 'SENR'), file('SENR 2022-23.txt', 'SENR')],
    expected: [among('same-file-twice', 0, 1)],
  },
  {
    id: 'same-file-chosen-three-times',
    files: [
      file('SINF 2022-23.txt', 'SINF'),
      file('SCTE 2022-23.txt', 'SCTE'),
      file('SINF 2022-23.txt', 'SINF'),
      file('SINF 2022-23.txt', 'SINF'),
    ],
    expected: [among('same-file-twice', 0, 2, 3)],
  },
  {
    id: 'same-file-both-word-orders',
    files: [file('SENR 2022-23.txt', 'SENR'), file('2022-23 SENR.txt', 'SENR')],
    expected: [among('same-file-twice', 0, 1)],
  },
  {
    id: 'same-file-downloaded-twice',
    files: [file('SCSC 2022-23.txt', 'SCSC'), file('SCSC 2022-23 (1).txt', 'SCSC', {}, misnamed)],
    expected: [among('same-file-twice', 0, 1)],
  },
  {
    id: 'same-content-two-years-asked',
    files: [
      file(`SENR ${YEAR_BEFORE}.txt`, 'SENR', before),
      file(`SENR ${SCHOOL_YEAR}.txt`, 'SENR', before, yearBlocked),
    ],
    expected: [among('same-content-other-label', 0, 1)],
  },
  {
    id: 'same-content-two-years-blocked',
    files: [
      file('CRSC 2020-21.txt', 'CRSC', before, yearBlocked),
      file(`SCTE ${YEAR_BEFORE}.txt`, 'SCTE', before),
      file(`CRSC ${YEAR_BEFORE}.txt`, 'CRSC', before),
    ],
    expected: [among('same-content-other-label', 0, 2)],
  },
  {
    id: 'same-content-two-types',
    files: [
      file('SPRG 2022-23.txt', 'SPRG'),
      file('SELA 2022-23.txt', 'SPRG', {}, [
        block('type-mismatch', { named: 'SELA', found: 'SPRG' }),
      ]),
    ],
    expected: [among('same-content-other-label', 0, 1)],
  },
  {
    id: 'same-name-two-folders',
    files: [file('SINF 2022-23.txt', 'SINF'), file('SINF 2022-23.txt', 'SINF', otherContent)],
    expected: [among('same-name-twice', 0, 1)],
  },
  {
    id: 'same-name-parts-of-a-split',
    files: [
      file('SCSC 2022-23.txt', 'SCSC', { rows: 60 }),
      file('SCSC 2022-23.txt', 'SCSC', { rows: 50, seed: 2 }),
      file('SCSC 2022-23.txt', 'SCSC', { rows: 40, seed: 3 }),
    ],
    expected: [among('same-name-twice', 0, 1, 2)],
  },
  {
    // Two names for one label. After the rename they would be the same.
    id: 'same-label-both-word-orders',
    files: [file('SELA 2022-23.txt', 'SELA'), file('2022-23 SELA.txt', 'SELA', otherContent)],
    expected: [among('same-name-twice', 0, 1)],
  },
  {
    id: 'same-label-small-letters',
    files: [
      file('SPRG 2022-23.txt', 'SPRG'),
      file('sprg 2022-23.txt', 'SPRG', otherContent, misnamed),
    ],
    expected: [among('same-name-twice', 0, 1)],
  },
  {
    id: 'layout-of-another-day',
    files: [
      file('SENR 2022-23.txt', 'SENR'),
      file(`SENR ${YEAR_BEFORE}.txt`, 'SENR', { ...before, fieldCount: 36 }, strayed),
      file('SENR 2020-21.txt', 'SENR', { schoolYear: '2020-21' }),
      file('SINF 2022-23.txt', 'SINF', { fieldCount: 51 }),
    ],
    expected: [],
  },
  {
    id: 'layout-of-an-older-day',
    files: [
      file('SINF 2022-23.txt', 'SINF', { fieldCount: 44 }, strayed),
      file(`SINF ${YEAR_BEFORE}.txt`, 'SINF', before),
    ],
    expected: [],
  },
  {
    id: 'far-fewer-rows-than-the-year-before',
    files: [yearOf('SENR', '2021-22', 500, far), yearOf('SENR', '2022-23', 120, far)],
    expected: [],
  },
  {
    id: 'far-more-rows-than-the-year-after',
    files: [yearOf('CRSC', '2023-24', 150, far), yearOf('CRSC', '2022-23', 301, far)],
    expected: [],
  },
  {
    id: 'one-small-year-among-five',
    files: [
      yearOf('SCSC', '2019-20', 390),
      yearOf('SCSC', '2020-21', 400),
      yearOf('SCSC', '2021-22', 60, far),
      yearOf('SCSC', '2022-23', 410),
      yearOf('SCSC', '2023-24', 300),
    ],
    expected: [],
  },
  {
    id: 'good-half-as-many-rows',
    files: [yearOf('SINF', '2021-22', 400), yearOf('SINF', '2022-23', 200)],
    expected: [],
  },
  {
    id: 'good-small-district-with-far-fewer-rows',
    files: [yearOf('SCTE', '2021-22', 190), yearOf('SCTE', '2022-23', 12)],
    expected: [],
  },
  {
    id: 'good-far-fewer-rows-two-years-later',
    files: [yearOf('SENR', '2020-21', 500), yearOf('SENR', '2022-23', 120)],
    expected: [],
  },
  {
    id: 'good-far-fewer-rows-from-another-lea',
    files: [
      yearOf('SENR', '2021-22', 500, [], { reportingLea: '0199950' }),
      yearOf('SENR', '2022-23', 120),
    ],
    expected: [],
  },
  {
    id: 'good-fewer-programs-since-migrants-left-sprg',
    files: [yearOf('SPRG', '2024-25', 500), yearOf('SPRG', '2025-26', 120)],
    expected: [],
  },
  {
    id: 'fewer-programs-before-migrants-left-sprg',
    files: [yearOf('SPRG', '2023-24', 500, far), yearOf('SPRG', '2024-25', 120, far)],
    expected: [],
  },
  {
    id: 'same-rows-in-two-years',
    files: [yearOf('SCSC', '2021-22', 600, sameRows), yearOf('SCSC', '2022-23', 600, sameRows)],
    expected: [],
  },
  {
    id: 'same-rows-in-three-years',
    files: [
      yearOf('CRSC', '2020-21', 600, sameRows),
      yearOf('CRSC', '2021-22', 600, sameRows),
      yearOf('CRSC', '2022-23', 600, sameRows),
    ],
    expected: [],
  },
  {
    id: 'good-one-row-more',
    files: [yearOf('SCSC', '2021-22', 600), yearOf('SCSC', '2022-23', 601)],
    expected: [],
  },
  {
    id: 'good-same-rows-in-two-types',
    files: [yearOf('SELA', '2021-22', 600), yearOf('SPRG', '2022-23', 600)],
    expected: [],
  },
  {
    id: 'a-school-is-missing',
    files: [
      yearOf('SENR', '2021-22', 300),
      withoutSchool(yearOf('SENR', '2022-23', 300, [note('school-missing')]), 'SENR', {
        rows: 300,
      }),
    ],
    expected: [],
  },
  {
    id: 'good-a-small-school-is-missing',
    files: [
      yearOf('SENR', '2021-22', 100),
      withoutSchool(yearOf('SENR', '2022-23', 100), 'SENR', { rows: 100 }),
    ],
    expected: [],
  },
  {
    id: 'good-a-school-closed',
    files: [
      yearOf('SENR', '2020-21', 300),
      ...['2021-22', '2022-23'].map((schoolYear, at) =>
        withoutSchool(yearOf('SENR', schoolYear, 300), 'SENR', { schoolYear, rows: 310 + at }),
      ),
    ],
    expected: [],
  },
  {
    id: 'two-pairs',
    files: [
      file('SENR 2022-23.txt', 'SENR'),
      file('SINF 2022-23.txt', 'SINF'),
      file('SENR 2022-23.txt', 'SENR'),
      file('SINF 2022-23.txt', 'SINF', otherContent),
    ],
    expected: [among('same-file-twice', 0, 2), among('same-name-twice', 1, 3)],
  },
];
