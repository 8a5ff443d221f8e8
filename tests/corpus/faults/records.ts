import type { FileType } from '../file-types.ts';
import { LAYOUTS } from '../layouts.ts';
import type { Bytes } from './edit.ts';
import {
  editField,
  ended,
  inserted,
  lastEdited,
  openEnded,
  recordsOf,
  SCHOOL_YEAR,
  withField,
} from './edit.ts';
import type { ExpectedFinding, Form } from './form.ts';
import { block, warn } from './form.ts';

const OTHER_LEA = '0199950';

function records(
  id: string,
  fileType: FileType,
  expected: readonly ExpectedFinding[],
  make: (records: string[]) => Bytes,
): Form {
  return {
    id,
    name: `${fileType} ${SCHOOL_YEAR}.txt`,
    bytes: () => make(recordsOf(fileType)),
    expected,
  };
}

const SEVERAL_TYPES = [block('several-record-types')];
const severalTypes: readonly Form[] = [
  // The layouts differ. A reader that uses the first record's positions for all records would also
  // report other years and LEAs.
  records('several-types-senr-sinf', 'SENR', SEVERAL_TYPES, (senr) =>
    ended([...senr, ...recordsOf('SINF')]),
  ),
  records('several-types-most-are-others', 'SPRG', SEVERAL_TYPES, (sprg) =>
    ended([...sprg, ...recordsOf('SENR', { rows: 300 })]),
  ),
  records('several-types-same-layout', 'SCSC', SEVERAL_TYPES, (scsc) =>
    ended([...scsc, ...recordsOf('SCTE')]),
  ),
  records('several-types-alternating', 'SELA', SEVERAL_TYPES, (sela) =>
    ended(recordsOf('SPRG').flatMap((record, i) => [sela[i] ?? record, record])),
  ),
  records('several-types-last-record', 'SENR', SEVERAL_TYPES, (senr) =>
    ended([...senr, ...recordsOf('SINF', { rows: 1 })]),
  ),
  records('several-types-fall-2-sibling', 'CRSC', SEVERAL_TYPES, (crsc) =>
    ended([...crsc, ...crsc.slice(0, 5).map((record) => withField(record, 1, 'CRSE-R'))]),
  ),
  records('several-types-all-seven', 'SINF', SEVERAL_TYPES, (sinf) =>
    ended([
      ...sinf,
      ...(['CRSC', 'SCSC', 'SCTE', 'SELA', 'SENR', 'SPRG'] as const).flatMap((fileType) =>
        recordsOf(fileType),
      ),
    ]),
  ),
];

const SEVERAL_LEAS = [warn('several-leas')];
const severalLeas: readonly Form[] = [
  records('several-leas-half', 'SENR', SEVERAL_LEAS, (senr) =>
    ended([...senr, ...recordsOf('SENR', { reportingLea: OTHER_LEA })]),
  ),
  records('several-leas-field-6', 'SINF', SEVERAL_LEAS, (sinf) =>
    ended([...sinf, ...recordsOf('SINF', { reportingLea: OTHER_LEA })]),
  ),
  records('several-leas-charter', 'CRSC', SEVERAL_LEAS, (crsc) =>
    ended([...crsc, ...recordsOf('CRSC', { reportingLea: '9900123', rows: 3 })]),
  ),
  records('several-leas-last-record', 'SCTE', SEVERAL_LEAS, (scte) =>
    ended(lastEdited(scte, (record) => withField(record, 4, OTHER_LEA))),
  ),
  records('several-leas-three', 'SPRG', SEVERAL_LEAS, (sprg) =>
    ended(sprg.map((record, i) => withField(record, 4, `019990${(i % 3) + 1}`))),
  ),
];

const FIELD_COUNT = [warn('field-count')];

/** A field count that no layout of the type has. */
function unknownCount(fileType: FileType, fieldCount: number): Form {
  return records(`fields-${fileType.toLowerCase()}-${fieldCount}`, fileType, FIELD_COUNT, () =>
    ended(recordsOf(fileType, { fieldCount })),
  );
}

const fieldCounts: readonly Form[] = [
  unknownCount('CRSC', 33),
  unknownCount('SCSC', 24),
  unknownCount('SCTE', 17),
  unknownCount('SELA', 19),
  unknownCount('SENR', 44),
  unknownCount('SINF', 43),
  unknownCount('SPRG', 30),
  records('fields-two-known-counts', 'SENR', FIELD_COUNT, () =>
    ended([...recordsOf('SENR', { fieldCount: 36 }), ...recordsOf('SENR', { fieldCount: 37 })]),
  ),
  records('fields-caret-in-a-name', 'SINF', FIELD_COUNT, (sinf) =>
    ended([...sinf.slice(0, 7), ...sinf.slice(7, 8).map(withExtraCaret), ...sinf.slice(8)]),
  ),
  records('fields-short-record-inside', 'SPRG', FIELD_COUNT, (sprg) =>
    ended(inserted(sprg, 11, (sprg[11] ?? '').split('^').slice(0, 20).join('^'))),
  ),
  records('fields-caret-at-the-end', 'CRSC', FIELD_COUNT, (crsc) =>
    ended(crsc.map((record, i) => (i === 9 ? `${record}^` : record))),
  ),
  // The second half is not a record of another type, LEA or year.
  records('fields-line-end-in-an-address', 'SINF', FIELD_COUNT, (sinf) =>
    ended(
      sinf.map((record, i) =>
        i === 13 ? editField(record, 31, (street) => `${street}\r\nUnit 4`) : record,
      ),
    ),
  ),
  // The line end shows that the record was meant to end here.
  records('fields-short-last-record', 'SCSC', FIELD_COUNT, (scsc) =>
    ended(lastEdited(scsc, (record) => record.split('^').slice(0, 15).join('^'))),
  ),
];

function withExtraCaret(record: string): string {
  return editField(record, 13, (name) => `${name}^`);
}

const TRUNCATED = [warn('truncated-last-record')];

/** The last record keeps `fields` fields. The last of those keeps `letters` letters. */
function truncated(
  id: string,
  fileType: FileType,
  fields: number,
  letters: number,
  lineEnd = '\r\n',
): Form {
  return records(`truncated-${id}`, fileType, TRUNCATED, (all) =>
    openEnded(
      lastEdited(all, (record) => {
        const kept = record.split('^').slice(0, fields);
        return editField(kept.join('^'), fields, (value) => value.slice(0, letters));
      }),
      lineEnd,
    ),
  );
}

const truncations: readonly Form[] = [
  truncated('scsc', 'SCSC', 20, 1),
  truncated('in-first-field', 'SENR', 1, 3),
  truncated('after-first-field', 'SELA', 1, 6),
  truncated('in-lea', 'SCTE', LAYOUTS.SCTE.leaPosition, 4),
  truncated('in-lea-field-6', 'SINF', LAYOUTS.SINF.leaPosition, 5),
  truncated('in-year', 'SPRG', LAYOUTS.SPRG.yearPosition, 4),
  truncated('in-year-field-7', 'SENR', LAYOUTS.SENR.yearPosition, 6),
  truncated('one-field-missing', 'CRSC', 37, 8),
  truncated('line-feeds', 'SINF', 30, 9, '\n'),
  truncated('carriage-returns', 'SPRG', 22, 9, '\r'),
];

/** Faults in single records and in their number of fields. */
export const RECORD_FORMS: readonly Form[] = [
  ...severalTypes,
  ...severalLeas,
  ...fieldCounts,
  ...truncations,
];
