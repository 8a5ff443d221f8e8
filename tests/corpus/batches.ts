import { extractBytes, extractRows } from './extract.ts';
import type { Batch } from './faults/batch.ts';
import { among } from './faults/batch.ts';
import { ended } from './faults/edit.ts';
import type { ExpectedFinding, Form } from './faults/form.ts';
import { block } from './faults/form.ts';
import type { FileType } from './file-types.ts';
import { FILE_TYPES, SCHOOL_YEARS } from './file-types.ts';
import type { Draft, FaultName } from './planted-faults.ts';
import { FAULTS } from './planted-faults.ts';

const ROWS = 60;

type SchoolYear = (typeof SCHOOL_YEARS)[number];

/** The seven good files of one school year, in the order of the instructions. */
export function cleanBatch(schoolYear: string): Batch {
  return {
    id: `clean-${schoolYear}`,
    files: FILE_TYPES.map((fileType) => ({
      id: `clean-${fileType.toLowerCase()}-${schoolYear}`,
      name: `${fileType} ${schoolYear}.txt`,
      bytes: () => extractBytes({ fileType, schoolYear, rows: ROWS }),
      expected: [],
      facts: { rows: ROWS, years: { [schoolYear]: ROWS } },
    })),
    expected: [],
  };
}

/** The number of findings that `plantedBatch` must give: 58 for single files and 2 for pairs. */
export const PLANTED_FAULTS = 60;

// A content fault that hides the records is either alone or next to a fault in the name.
const PLAN: Readonly<Record<SchoolYear, Readonly<Record<FileType, readonly FaultName[]>>>> = {
  '2018-19': {
    CRSC: ['smallLetters', 'secondLea'],
    SCSC: ['secondDownload', 'otherYear'],
    SCTE: ['emptied'],
    SELA: ['longYear', 'extraField'],
    SENR: ['jobNumber', 'headerRow', 'secondLea'],
    SINF: ['csvExtension', 'cutOff'],
    SPRG: ['underscore', 'loginPage'],
  },
  '2019-20': {
    CRSC: [],
    SCSC: ['headerRow'],
    SCTE: [],
    SELA: ['doubledExtension', 'secondLea'],
    SENR: ['smallLetters', 'otherYear', 'cutOff'],
    SINF: ['wide'],
    SPRG: ['secondType'],
  },
  '2020-21': {
    CRSC: ['extraWord', 'commas'],
    SCSC: ['longYear', 'extraField', 'secondLea'],
    // Replaced below by the file from the year before.
    SCTE: [],
    SELA: ['rejected'],
    SENR: ['csvExtension', 'extraField'],
    SINF: ['smallLetters', 'headerRow'],
    SPRG: ['otherYear', 'secondLea'],
  },
  '2021-22': {
    CRSC: ['headerRow', 'otherYear'],
    SCSC: ['doubledExtension', 'nulRun'],
    SCTE: ['secondDownload', 'blankLines'],
    SELA: ['cutOff', 'otherYear'],
    SENR: ['longRecord'],
    SINF: ['underscore', 'lostZeros'],
    SPRG: ['extraWord', 'withoutSuffix'],
  },
  '2022-23': {
    CRSC: ['zipped'],
    SCSC: ['jobNumber', 'extraField'],
    SCTE: ['csvExtension', 'secondLea'],
    SELA: [],
    // Kept. Below, a second file with its name takes the place of SELA.
    SENR: [],
    SINF: ['otherYear', 'extraField', 'cutOff'],
    SPRG: ['smallLetters', 'secondType'],
  },
};

/**
 * All seven types for all five years, 35 files, with faults for 60 findings. They include the most
 * common mistake: one year's file sent as another's (SCTE 2019-20 as 2020-21).
 */
export function plantedBatch(): Batch {
  const files = SCHOOL_YEARS.flatMap((schoolYear) =>
    FILE_TYPES.map((fileType) => planted(fileType, schoolYear, PLAN[schoolYear][fileType])),
  );
  const original = placeOf('SCTE', '2019-20');
  const copy = placeOf('SCTE', '2020-21');
  const kept = placeOf('SENR', '2022-23');
  const replacedPlace = placeOf('SELA', '2022-23');
  return {
    id: 'planted',
    files: files.map((file, place) => {
      if (place === copy) {
        return sentAs(files[original] ?? file, file.name, [block('school-year-mismatch')]);
      }
      return place === replacedPlace ? secondSenr() : file;
    }),
    expected: [
      among('same-content-other-label', original, copy),
      among('same-name-twice', ...[replacedPlace, kept].sort((a, b) => a - b)),
    ],
  };
}

/** The 0-based position of a file in `plantedBatch`. */
function placeOf(fileType: FileType, schoolYear: SchoolYear): number {
  return SCHOOL_YEARS.indexOf(schoolYear) * FILE_TYPES.length + FILE_TYPES.indexOf(fileType);
}

function planted(fileType: FileType, schoolYear: string, faults: readonly FaultName[]): Form {
  const draft: Draft = {
    fileType,
    schoolYear,
    name: `${fileType} ${schoolYear}.txt`,
    records: [...extractRows({ fileType, schoolYear, rows: ROWS })],
    write: (records) => ended(records),
  };
  const expected = faults.map((fault) => FAULTS[fault](draft));
  return {
    id: `planted-${fileType.toLowerCase()}-${schoolYear}`,
    name: draft.name,
    bytes: () => draft.write(draft.records),
    expected,
  };
}

function sentAs(file: Form, name: string, expected: readonly ExpectedFinding[]): Form {
  return { id: `${file.id}-sent-as-another`, name, bytes: file.bytes, expected };
}

/** Another extract under a name that is already there. The SELA file for the year is missing. */
function secondSenr(): Form {
  return {
    id: 'planted-senr-2022-23-again',
    name: 'SENR 2022-23.txt',
    bytes: () => extractBytes({ fileType: 'SENR', schoolYear: '2022-23', rows: ROWS, seed: 2 }),
    expected: [],
  };
}
