import { extractBytes } from '../extract.ts';
import type { FileType } from '../file-types.ts';
import type { Bytes } from './edit.ts';
import {
  concat,
  ended,
  lastEdited,
  openEnded,
  recordsOf,
  specOf,
  withField,
  YEAR_BEFORE,
} from './edit.ts';
import type { ExpectedFinding, Form } from './form.ts';
import { block, warn } from './form.ts';
import { headerRow } from './headers.ts';

function combined(
  id: string,
  name: string,
  expected: readonly ExpectedFinding[],
  bytes: () => Bytes,
): Form {
  return { id: `combined-${id}`, name, bytes, expected };
}

const withSecondLea = (records: string[]) =>
  records.map((record, i) => (i % 8 === 5 ? withField(record, 4, '0199950') : record));

const cut = (records: string[]) =>
  openEnded(lastEdited(records, (record) => record.split('^').slice(0, 12).join('^')));

const someOtherYear = (fileType: FileType) =>
  recordsOf(fileType, { otherYears: { [YEAR_BEFORE]: 0.2 } });

/** Files with two or more faults that do not hide each other. */
export const COMBINED_FORMS: readonly Form[] = [
  combined('name-header', 'senr_2022-23.txt', [block('name-not-exact'), block('header-row')], () =>
    ended([headerRow('SENR'), ...recordsOf('SENR')]),
  ),
  combined('header-leas', 'CRSC 2022-23.txt', [block('header-row'), warn('several-leas')], () =>
    ended([headerRow('CRSC'), ...withSecondLea(recordsOf('CRSC'))]),
  ),
  combined(
    'header-year',
    'SCSC 2022-23.txt',
    [block('header-row'), block('school-year-mismatch')],
    () => ended([headerRow('SCSC'), ...someOtherYear('SCSC')]),
  ),
  combined(
    'header-truncated',
    'SELA 2022-23.txt',
    [block('header-row'), warn('truncated-last-record')],
    () => cut([headerRow('SELA'), ...recordsOf('SELA')]),
  ),
  combined(
    'extension-fields',
    'SCTE 2022-23.dat',
    [block('wrong-extension'), warn('field-count')],
    () => extractBytes(specOf('SCTE', { fieldCount: 20 })),
  ),
  combined(
    'extension-name-leas',
    'SPRG final.csv',
    [block('wrong-extension'), block('name-not-exact'), warn('several-leas')],
    () => ended(withSecondLea(recordsOf('SPRG'))),
  ),
  combined(
    'leas-truncated',
    'SENR 2022-23.txt',
    [warn('several-leas'), warn('truncated-last-record')],
    () => cut(withSecondLea(recordsOf('SENR'))),
  ),
  combined(
    'year-leas',
    '2022-23 SENR.txt',
    [warn('school-year-mismatch'), warn('several-leas')],
    () => ended(withSecondLea(someOtherYear('SENR'))),
  ),
  combined(
    'year-truncated',
    'SCTE 2022-23.txt',
    [block('school-year-mismatch'), warn('truncated-last-record')],
    () => cut(someOtherYear('SCTE')),
  ),
  combined(
    'fields-truncated',
    'SCSC 2022-23.txt',
    [warn('field-count'), warn('truncated-last-record')],
    () => cut(recordsOf('SCSC', { fieldCount: 24 })),
  ),
  combined(
    'type-header',
    'SPRG 2022-23.txt',
    [block('type-mismatch', { named: 'SPRG', found: 'SELA' }), block('header-row')],
    () => ended([headerRow('SELA'), ...recordsOf('SELA')]),
  ),
  combined(
    'type-fields',
    'SENR 2022-23.txt',
    [block('type-mismatch', { named: 'SENR', found: 'SINF' }), warn('field-count')],
    () => extractBytes(specOf('SINF', { fieldCount: 45 })),
  ),
  combined(
    'year-unknown-leas',
    'SPRG.txt',
    [block('school-year-unknown'), warn('several-leas')],
    () => ended(withSecondLea(someOtherYear('SPRG'))),
  ),
  combined(
    'year-unknown-extension',
    'SELA.csv',
    [block('school-year-unknown'), block('wrong-extension')],
    () => ended(someOtherYear('SELA')),
  ),
  combined('name-nul', 'SINF 2022-23 (1).txt', [block('name-not-exact'), block('nul-bytes')], () =>
    concat(extractBytes(specOf('SINF')), new Uint8Array(64)),
  ),
  combined(
    'name-wide',
    'scsc 2022-23.txt',
    [block('name-not-exact'), block('wide-encoding')],
    () => new Uint8Array(Buffer.from(recordsOf('SCSC').join('\r\n'), 'utf16le')),
  ),
  combined(
    'name-leas-year-fields',
    'Maple Leaf SENR 2022-23.txt',
    [
      block('name-not-exact'),
      warn('several-leas'),
      warn('school-year-mismatch'),
      warn('field-count'),
    ],
    () =>
      ended(
        withSecondLea(recordsOf('SENR', { fieldCount: 39, otherYears: { [YEAR_BEFORE]: 0.2 } })),
      ),
  ),
];
