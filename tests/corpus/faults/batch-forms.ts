import { extractBytes } from '../extract.ts';
import type { FileType } from '../file-types.ts';
import type { Batch } from './batch.ts';
import { among } from './batch.ts';
import type { SpecEdit } from './edit.ts';
import { SCHOOL_YEAR, specOf, YEAR_BEFORE } from './edit.ts';
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
