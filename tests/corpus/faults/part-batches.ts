import type { FileType } from '../file-types.ts';
import { LAYOUTS } from '../layouts.ts';
import type { Batch } from './batch.ts';
import { among, partsOfOne } from './batch.ts';
import type { SpecEdit } from './edit.ts';
import { ended, recordsOf, withField } from './edit.ts';
import type { ExpectedFinding, Form } from './form.ts';
import { block } from './form.ts';

const misnamed = [block('name-not-exact')];

/** A file with some records of an extract, made by a person or by one download of several. */
function file(
  name: string,
  records: readonly string[],
  expected: readonly ExpectedFinding[] = [],
): Form {
  return { id: name, name, bytes: () => ended(records), expected };
}

/** An extract of 40 records, cut by hand into pieces of equal length. */
function cutByHand(fileType: FileType, names: readonly string[]): Form[] {
  const records = recordsOf(fileType);
  const length = records.length / names.length;
  return names.map((name, at) =>
    file(name, records.slice(at * length, (at + 1) * length), misnamed),
  );
}

function ofSchools(fileType: FileType, ...schools: readonly string[]): string[] {
  const position = LAYOUTS[fileType].schoolPosition;
  return recordsOf(fileType).map((record, at) =>
    withField(record, position, schools[at % schools.length] ?? ''),
  );
}

function ofLea(fileType: FileType, reportingLea: string, edit: SpecEdit = {}): string[] {
  return recordsOf(fileType, { ...edit, reportingLea });
}

/** Several files for one label. Those that something tells apart are parts of one. */
export const PART_BATCHES: readonly Batch[] = [
  {
    id: 'parts-named-part',
    files: cutByHand('SCSC', ['SCSC 2022-23 part 1.txt', 'SCSC 2022-23 part 2.txt']),
    expected: [partsOfOne(0, 1)],
  },
  {
    id: 'parts-named-of',
    files: cutByHand('SCSC', ['SCSC 2022-23 (2 of 2).txt', 'SCSC 2022-23 (1 of 2).txt']),
    expected: [partsOfOne(0, 1)],
  },
  {
    id: 'parts-named-by-number',
    files: cutByHand('SINF', ['SINF_1.txt', 'SINF_2.txt', 'SINF_3.txt', 'SINF_4.txt']),
    expected: [partsOfOne(0, 1, 2, 3)],
  },
  {
    id: 'parts-named-in-spanish',
    files: cutByHand('SPRG', ['SPRG 2022-23 parte 1 de 2.txt', 'SPRG 2022-23 parte 2 de 2.txt']),
    expected: [partsOfOne(0, 1)],
  },
  {
    id: 'parts-of-two-leas',
    files: [
      file('SENR 2022-23.txt', ofLea('SENR', '0199901')),
      file('SENR 2022-23.txt', ofLea('SENR', '0199902')),
    ],
    expected: [partsOfOne(0, 1)],
  },
  {
    id: 'parts-of-three-leas',
    files: [
      file('SCSC 2022-23.txt', ofLea('SCSC', '0199901')),
      file('2022-23 SCSC.txt', ofLea('SCSC', '0199902')),
      file('charter.txt', ofLea('SCSC', '0199903'), misnamed),
    ],
    expected: [partsOfOne(0, 1, 2)],
  },
  {
    id: 'parts-of-two-leas-among-others',
    files: [
      file('SELA 2022-23.txt', ofLea('SELA', '0199901')),
      file('CRSC 2022-23.txt', ofLea('CRSC', '0199901')),
      file('SELA charter.txt', ofLea('SELA', '0199902'), misnamed),
    ],
    expected: [partsOfOne(0, 2)],
  },
  {
    id: 'parts-of-two-leas-that-are-small',
    files: [
      file('SCTE 2022-23.txt', ofLea('SCTE', '0199901', { rows: 1 })),
      file('SCTE 2022-23.txt', ofLea('SCTE', '0199902', { rows: 1 })),
    ],
    expected: [partsOfOne(0, 1)],
  },
  {
    id: 'parts-of-one-school-each',
    files: [
      file('SENR Cedar.txt', ofSchools('SENR', '9900001'), misnamed),
      file('SENR Maple.txt', ofSchools('SENR', '9900002'), misnamed),
      file('SENR Oak.txt', ofSchools('SENR', '9900003'), misnamed),
    ],
    expected: [partsOfOne(0, 1, 2)],
  },
  {
    id: 'parts-of-several-schools-each',
    files: [
      file('SINF 2022-23.txt', ofSchools('SINF', '9900001', '9900002')),
      file('SINF 2022-23.txt', ofSchools('SINF', '9900003', '9900004')),
    ],
    expected: [partsOfOne(0, 1)],
  },
  {
    id: 'parts-of-schools-second-download',
    files: [
      file('SPRG 2022-23.txt', ofSchools('SPRG', '9900001')),
      file('SPRG 2022-23 (1).txt', ofSchools('SPRG', '9900002'), misnamed),
    ],
    expected: [partsOfOne(0, 1)],
  },
  {
    id: 'parts-of-schools-and-a-copy',
    files: [
      file('CRSC 2022-23.txt', ofSchools('CRSC', '9900001')),
      file('CRSC 2022-23.txt', ofSchools('CRSC', '9900002')),
      file('CRSC 2022-23.txt', ofSchools('CRSC', '9900001')),
    ],
    expected: [among('same-file-twice', 0, 2), partsOfOne(0, 1, 2)],
  },
  {
    // A browser gives the second download this name, whatever is in it.
    id: 'no-parts-two-downloads',
    files: cutByHand('SCSC', ['SCSC 2022-23 (1).txt', 'SCSC 2022-23 (2).txt']),
    expected: [among('same-name-twice', 0, 1)],
  },
  {
    id: 'no-parts-two-downloads-on-a-mac',
    files: cutByHand('SCSC', ['SCSC-1.txt', 'SCSC-2.txt']),
    expected: [among('same-name-twice', 0, 1)],
  },
  {
    id: 'no-parts-one-is-missing',
    files: cutByHand('SENR', ['SENR 2022-23 part 1.txt', 'SENR 2022-23 part 3.txt']),
    expected: [among('same-name-twice', 0, 1)],
  },
  {
    id: 'no-parts-whole-and-one-school',
    files: [
      file('SENR 2022-23.txt', ofSchools('SENR', '9900001', '9900002')),
      file('SENR Cedar.txt', ofSchools('SENR', '9900001'), misnamed),
    ],
    expected: [among('same-name-twice', 0, 1)],
  },
  {
    id: 'no-parts-one-is-held',
    files: [
      file('CRSC 2022-23.txt', ofSchools('CRSC', '9900001')),
      file(
        'CRSC 2022-23.txt',
        recordsOf('CRSC', { schoolYear: '2021-22', reportingLea: '0199902' }),
        [block('school-year-mismatch')],
      ),
    ],
    expected: [among('same-name-twice', 0, 1)],
  },
];
