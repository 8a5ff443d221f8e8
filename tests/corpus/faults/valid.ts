import type { Encoding } from '../extract.ts';
import { extractBytes, specOfBytes } from '../extract.ts';
import type { FileType } from '../file-types.ts';
import { FILE_TYPES, SCHOOL_YEARS } from '../file-types.ts';
import { LAYOUTS } from '../layouts.ts';
import { yearCounts } from '../year-mix.ts';
import type { Bytes, SpecEdit } from './edit.ts';
import {
  concat,
  editField,
  ended,
  inserted,
  openEnded,
  SCHOOL_YEAR,
  specOf,
  withField,
} from './edit.ts';
import { traced } from './edited.ts';
import type { Form } from './form.ts';

const END_OF_FILE_MARK = Uint8Array.of(0x1a);
/** The most bytes in a file that the page accepts, and in a record that is not over-long. */
const FILE_LIMIT = 30_000_000;
const RECORD_LIMIT = 64 * 1024;

/** A good file made from an extract spec. */
function fromSpec(id: string, fileType: FileType, edit: SpecEdit): Form {
  const spec = specOf(fileType, edit);
  return {
    id,
    name: `${fileType} ${spec.schoolYear}.txt`,
    bytes: () => extractBytes(spec),
    expected: [],
    facts: { rows: spec.rows, years: Object.fromEntries(yearCounts(spec)) },
  };
}

/** A good file made by hand from 40 records of 2022-23. */
function byHand(id: string, fileType: FileType, make: (records: string[]) => Bytes): Form {
  return traced(id, fileType, [], make);
}

const everyFieldCount: readonly Form[] = FILE_TYPES.flatMap((fileType) =>
  LAYOUTS[fileType].fieldCounts.map((fieldCount) =>
    fromSpec(`good-${fileType.toLowerCase()}-${fieldCount}-fields`, fileType, { fieldCount }),
  ),
);

// The other word order, which the upload page also allows.
const everyYear: readonly Form[] = SCHOOL_YEARS.flatMap((schoolYear) =>
  FILE_TYPES.map((fileType) => ({
    ...fromSpec(`good-${fileType.toLowerCase()}-${schoolYear}`, fileType, { schoolYear }),
    name: `${schoolYear} ${fileType}.txt`,
  })),
);

const ENCODINGS: readonly Encoding[] = ['utf-8', 'windows-1252'];
const encodings: readonly Form[] = ENCODINGS.flatMap((encoding) => [
  fromSpec(`good-senr-${encoding}`, 'SENR', { encoding }),
  fromSpec(`good-sinf-${encoding}`, 'SINF', { encoding }),
]);

const lineEnds: readonly Form[] = [
  fromSpec('good-line-end-none-at-the-end', 'SPRG', { finalLineEnd: false }),
  fromSpec('good-one-record', 'SCTE', { rows: 1 }),
];

const yearFormats: readonly Form[] = (['20222023', '2022-23'] as const).flatMap((yearFormat) =>
  // One type for each position of the academic year: fields 6, 7 and 8.
  (['SCSC', 'SENR', 'SINF'] as const).map((fileType) =>
    fromSpec(`good-${fileType.toLowerCase()}-year-as-${yearFormat}`, fileType, { yearFormat }),
  ),
);

const plainSpecs: readonly Form[] = [
  fromSpec('good-one-record-no-line-end', 'CRSC', { rows: 1, finalLineEnd: false }),
  fromSpec('good-charter-lea', 'SENR', { reportingLea: '9900123' }),
  fromSpec('good-lea-without-leading-zero', 'SINF', { reportingLea: '5899901' }),
];

const handMade: readonly Form[] = [
  byHand('good-windows-apostrophes', 'SINF', (records) =>
    // 0x92 is an apostrophe in windows-1252, a control in Latin-1 and an error in UTF-8.
    ended(records.map((record) => editField(record, 13, (name) => `${name}\x92s`))),
  ),
  byHand('good-blank-rows-inside', 'SCSC', (records) => ended(inserted(records, 20, ''))),
  byHand('good-blank-row-first', 'SELA', (records) => ended(['', ...records])),
  byHand('good-blank-rows-last', 'SPRG', (records) => ended([...records, '', '', ''])),
  byHand('good-rows-of-spaces', 'SENR', (records) =>
    ended([...inserted(records, 10, '   '), '  ']),
  ),
  byHand('good-line-feeds-doubled', 'SCTE', (records) => ended(records, '\r\n\r\n')),
  byHand('good-end-of-file-mark', 'SCSC', (records) => concat(ended(records), END_OF_FILE_MARK)),
  byHand('good-transaction-codes', 'SENR', (records) =>
    ended(records.map((record, i) => withField(record, 2, ['', 'A', 'D', 'R'][i % 4] ?? ''))),
  ),
  byHand('good-local-record-ids', 'SPRG', (records) =>
    ended(records.map((record, i) => withField(record, 3, `ZQXR${i}`))),
  ),
  byHand('good-scte-field-14-empty', 'SCTE', (records) =>
    ended(records.map((record) => withField(record, 14, ''))),
  ),
  byHand('good-scte-field-14-other-years', 'SCTE', (records) =>
    ended(records.map((record, i) => withField(record, 14, `${2015 + (i % 7)}-${2016 + (i % 7)}`))),
  ),
  byHand('good-year-in-course-name', 'CRSC', (records) =>
    ended(records.map((record) => withField(record, 9, 'Physics 2021-2022'))),
  ),
  // The same letters as the mark of a file in UTF-8. Only at the start of a record are they a mark.
  byHand('good-mark-in-a-name', 'SENR', (records) =>
    ended(records.map((record) => editField(record, 10, (name) => `${name}\u00ef\u00bb\u00bf`))),
  ),
  byHand('good-slashes-in-names', 'SINF', (records) =>
    ended(
      records.map((record) => editField(record, 31, (street) => `${street} 1/2 B/C 8/15/2023`)),
    ),
  ),
  byHand('good-one-nickname-in-quotes', 'SENR', (records) =>
    ended(records.map((record) => editField(record, 14, () => '"Zqxbo"'))),
  ),
  byHand('good-commas-in-names', 'SINF', (records) =>
    ended(records.map((record) => editField(record, 13, (name) => `${name}, Jr, II, III`))),
  ),
  byHand('good-quotes-in-names', 'SENR', (records) =>
    ended(records.map((record) => editField(record, 10, (name) => `"${name}" B`))),
  ),
  byHand('good-tabs-and-pipes-in-addresses', 'SINF', (records) =>
    ended(records.map((record) => editField(record, 31, (street) => `${street}\tUnit 4|5`))),
  ),
  byHand('good-spaces-after-records', 'SELA', (records) =>
    ended(records.map((record) => `${record}  `)),
  ),
  byHand('good-open-end-after-blank-row', 'SCSC', (records) => openEnded([...records, ''])),
  byHand('good-record-of-64-kib', 'CRSC', (records) => {
    const [first = '', ...rest] = records;
    const room = RECORD_LIMIT - first.length;
    return ended([editField(first, 9, (course) => course + 'x'.repeat(room)), ...rest]);
  }),
];

const limitSpec = specOfBytes({ fileType: 'SCSC', schoolYear: SCHOOL_YEAR }, FILE_LIMIT);
const largest: Form = {
  id: 'good-30000000-bytes',
  name: 'SCSC 2022-23.txt',
  bytes: () => extractBytes(limitSpec),
  expected: [],
  facts: { rows: limitSpec.rows, years: { [SCHOOL_YEAR]: limitSpec.rows } },
};

/** Files that may be uploaded as they are. Only `good-30000000-bytes` is large. */
export const VALID_FORMS: readonly Form[] = [
  ...everyFieldCount,
  ...everyYear,
  ...encodings,
  ...lineEnds,
  ...yearFormats,
  ...plainSpecs,
  ...handMade,
  largest,
];
