import type { FileType } from '../file-types.ts';
import { LAYOUTS } from '../layouts.ts';
import { editField, ended, inserted, lastEdited, openEnded, recordsOf, withField } from './edit.ts';
import { edited } from './edited.ts';
import type { ExpectedFinding, Form } from './form.ts';
import { block, note, warn } from './form.ts';

const OTHER_LEA = '0199950';

const SEVERAL_TYPES = [block('several-record-types')];
const severalTypes: readonly Form[] = [
  // The layouts differ. A reader that uses the first record's positions for all records would also
  // report other years and LEAs.
  edited('several-types-senr-sinf', 'SENR', SEVERAL_TYPES, (senr) =>
    ended([...senr, ...recordsOf('SINF')]),
  ),
  edited('several-types-most-are-others', 'SPRG', SEVERAL_TYPES, (sprg) =>
    ended([...sprg, ...recordsOf('SENR', { rows: 300 })]),
  ),
  edited('several-types-same-layout', 'SCSC', SEVERAL_TYPES, (scsc) =>
    ended([...scsc, ...recordsOf('SCTE')]),
  ),
  edited('several-types-alternating', 'SELA', SEVERAL_TYPES, (sela) =>
    ended(recordsOf('SPRG').flatMap((record, i) => [sela[i] ?? record, record])),
  ),
  edited('several-types-last-record', 'SENR', SEVERAL_TYPES, (senr) =>
    ended([...senr, ...recordsOf('SINF', { rows: 1 })]),
  ),
  edited('several-types-fall-2-sibling', 'CRSC', SEVERAL_TYPES, (crsc) =>
    ended([...crsc, ...crsc.slice(0, 5).map((record) => withField(record, 1, 'CRSE-R'))]),
  ),
  edited('several-types-all-seven', 'SINF', SEVERAL_TYPES, (sinf) =>
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
  edited('several-leas-half', 'SENR', SEVERAL_LEAS, (senr) =>
    ended([...senr, ...recordsOf('SENR', { reportingLea: OTHER_LEA })]),
  ),
  edited('several-leas-field-6', 'SINF', SEVERAL_LEAS, (sinf) =>
    ended([...sinf, ...recordsOf('SINF', { reportingLea: OTHER_LEA })]),
  ),
  edited('several-leas-charter', 'CRSC', SEVERAL_LEAS, (crsc) =>
    ended([...crsc, ...recordsOf('CRSC', { reportingLea: '9900123', rows: 3 })]),
  ),
  edited('several-leas-last-record', 'SCTE', SEVERAL_LEAS, (scte) =>
    ended(lastEdited(scte, (record) => withField(record, 4, OTHER_LEA))),
  ),
  edited('several-leas-three', 'SPRG', SEVERAL_LEAS, (sprg) =>
    ended(sprg.map((record, i) => withField(record, 4, `019990${(i % 3) + 1}`))),
  ),
];

const ONE_PIECE = warn('foreign-lines', { kind: 'piece of a record' });
const FIELD_COUNT = [warn('field-count')];

/** A field count that no layout of the type has. */
function unknownCount(fileType: FileType, fieldCount: number): Form {
  return edited(`fields-${fileType.toLowerCase()}-${fieldCount}`, fileType, FIELD_COUNT, () =>
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
  edited('fields-two-known-counts', 'SENR', FIELD_COUNT, () =>
    ended([...recordsOf('SENR', { fieldCount: 36 }), ...recordsOf('SENR', { fieldCount: 37 })]),
  ),
  edited('fields-caret-in-a-name', 'SINF', FIELD_COUNT, (sinf) =>
    ended([...sinf.slice(0, 7), ...sinf.slice(7, 8).map(withExtraCaret), ...sinf.slice(8)]),
  ),
  edited('fields-short-record-inside', 'SPRG', FIELD_COUNT, (sprg) =>
    ended(inserted(sprg, 11, (sprg[11] ?? '').split('^').slice(0, 20).join('^'))),
  ),
  edited('fields-caret-at-the-end', 'CRSC', FIELD_COUNT, (crsc) =>
    ended(crsc.map((record, i) => (i === 9 ? `${record}^` : record))),
  ),
  // The second half is not a record of another type, LEA or year.
  edited('fields-line-end-in-an-address', 'SINF', [...FIELD_COUNT, ONE_PIECE], (sinf) =>
    ended(
      sinf.map((record, i) =>
        i === 13 ? editField(record, 31, (street) => `${street}\r\nUnit 4`) : record,
      ),
    ),
  ),
  // The line end shows that the record was meant to end here.
  edited('fields-short-last-record', 'SCSC', FIELD_COUNT, (scsc) =>
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
  more: readonly ExpectedFinding[] = [],
): Form {
  return edited(`truncated-${id}`, fileType, [...TRUNCATED, ...more], (all) =>
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
  truncated('line-feeds', 'SINF', 30, 9, '\n', [note('line-ends', { kind: 'lf' })]),
  truncated('carriage-returns', 'SPRG', 22, 9, '\r', [note('line-ends', { kind: 'cr' })]),
];

/** Faults in single records and in their number of fields. */
export const RECORD_FORMS: readonly Form[] = [
  ...severalTypes,
  ...severalLeas,
  ...fieldCounts,
  ...truncations,
];
