import { concat, ended, inserted, openEnded } from './edit.ts';
import { edited } from './edited.ts';
import type { Form } from './form.ts';
import { block, warn } from './form.ts';
import { headerRow, headingsOf } from './headers.ts';

const mixed = (...[id, ...form]: Parameters<typeof edited>) => edited(`foreign-${id}`, ...form);

type Kind = 'text' | 'other separator' | 'piece of a record';
const few = (kind: Kind) => warn('foreign-lines', { kind });
const many = (kind: Kind) => block('foreign-lines', { kind });
const ADDED = [block('added-lines')];
const FIELD_COUNT = warn('field-count');

const note = (number: number) => `Note ${number}: ask the registrar about this student`;
const notes = (count: number) => Array.from({ length: count }, (_, at) => note(at + 1));
const commas = (records: readonly string[]) => records.map((record) => record.replaceAll('^', ','));

/** The record in two lines, cut before a field (1-based). */
function inTwo(record: string, field: number): string[] {
  const fields = record.split('^');
  return [`${fields.slice(0, field - 1).join('^')}^`, fields.slice(field - 1).join('^')];
}

const footers: readonly Form[] = [
  mixed('footer-rows-affected', 'SENR', ADDED, (records) =>
    ended([...records, '', '(40 rows affected)']),
  ),
  mixed('footer-open-end', 'SCSC', ADDED, (records) =>
    openEnded([...records, '(3 rows affected)']),
  ),
  mixed('footer-rows-selected', 'SINF', ADDED, (records) =>
    ended([...records, '', '40 rows selected.', '']),
  ),
  mixed('footer-total', 'CRSC', ADDED, (records) => ended([...records, 'Total rows: 40'])),
  mixed('footer-and-time', 'SPRG', ADDED, (records) =>
    ended([
      ...records,
      '(40 rows affected)',
      '',
      'Completion time: 2023-10-25T09:00:00.1234567-07:00',
    ]),
  ),
  mixed('query-result', 'SELA', [block('header-row'), ...ADDED], (records) =>
    ended([
      headerRow('SELA'),
      headingsOf('SELA')
        .map(() => '-----')
        .join('^'),
      ...records,
      '(40 rows affected)',
    ]),
  ),
  mixed('empty-spreadsheet-rows', 'SCTE', ADDED, (records) =>
    ended([...records, '^'.repeat(15), '^'.repeat(15)]),
  ),
  mixed('drawn-line-between', 'SPRG', ADDED, (records) =>
    ended(inserted(records, 20, '----------------')),
  ),
];

const headings: readonly Form[] = [
  mixed('header-inside', 'SENR', [block('header-row')], (records) =>
    ended(inserted(records, 20, headerRow('SENR'))),
  ),
  mixed('header-inside-sinf', 'SINF', [block('header-row')], (records) =>
    ended(inserted(records, 20, headerRow('SINF'))),
  ),
  mixed('header-at-the-end', 'CRSC', [block('header-row')], (records) =>
    ended([...records, headerRow('CRSC')]),
  ),
  mixed('header-of-three-downloads', 'SPRG', [block('header-row')], (records) =>
    ended([
      headerRow('SPRG'),
      ...inserted(inserted(records, 30, headerRow('SPRG')), 10, headerRow('SPRG')),
    ]),
  ),
  mixed('header-on-two-lines', 'SCSC', [block('header-row')], (records) => {
    const names = headingsOf('SCSC');
    return ended([names.slice(0, 8).join('^'), names.slice(8).join('^'), ...records]);
  }),
];

const fewLines: readonly Form[] = [
  mixed('one-note-last', 'SENR', [few('text')], (records) => ended([...records, note(1)])),
  mixed('one-note-first', 'SINF', [few('text')], (records) => ended([note(1), ...records])),
  mixed('one-note-open-end', 'SCSC', [few('text')], (records) => openEnded([...records, 'END'])),
  mixed('two-notes', 'CRSC', [few('text')], (records) =>
    ended([note(1), ...inserted(records, 9, note(2))]),
  ),
  mixed('one-comma-line', 'SPRG', [few('other separator')], (records) =>
    ended([...records, ...commas(records.slice(0, 1))]),
  ),
  mixed('broken-once', 'SELA', [few('piece of a record'), FIELD_COUNT], (records) =>
    ended(records.flatMap((record, i) => (i === 17 ? inTwo(record, 10) : [record]))),
  ),
  mixed('broken-before-the-ssid', 'SENR', [few('piece of a record'), FIELD_COUNT], (records) =>
    ended(records.flatMap((record, i) => (i === 3 ? inTwo(record, 8) : [record]))),
  ),
  mixed('broken-last-record', 'SCTE', [few('piece of a record'), FIELD_COUNT], (records) =>
    ended(records.flatMap((record, i) => (i === 39 ? inTwo(record, 9) : [record]))),
  ),
];

const manyLines: readonly Form[] = [
  mixed('one-record-99-notes', 'SENR', [many('text')], (records) =>
    ended([...records.slice(0, 1), ...notes(99)]),
  ),
  mixed('notes-above', 'SCSC', [many('text')], (records) => ended([...notes(5), ...records])),
  mixed('note-beside-one-record', 'SCTE', [many('text')], (records) =>
    ended([...records.slice(0, 1), note(1)]),
  ),
  mixed('half-in-commas', 'SPRG', [many('other separator')], (records) =>
    ended([...records.slice(0, 10), ...commas(records.slice(10, 19))]),
  ),
  mixed('some-in-tabs', 'SINF', [many('other separator')], (records) =>
    ended(records.map((record, i) => (i % 4 === 3 ? record.replaceAll('^', '\t') : record))),
  ),
  mixed('every-record-wrapped', 'SENR', [many('piece of a record')], (records) =>
    ended(records.flatMap((record) => inTwo(record, 20))),
  ),
  mixed('every-record-wrapped-early', 'SINF', [many('piece of a record')], (records) =>
    ended(records.flatMap((record) => inTwo(record, 7))),
  ),
  mixed('wrapped-at-80', 'SELA', [many('piece of a record')], (records) =>
    ended(records.flatMap((record) => record.match(/.{1,80}/g) ?? [])),
  ),
];

const joined: readonly Form[] = [
  mixed('joined-without-line-end', 'SENR', [block('joined-records'), FIELD_COUNT], (records) =>
    concat(openEnded(records.slice(0, 20)), ended(records.slice(20))),
  ),
  mixed('joined-line-of-three', 'SPRG', [block('joined-records'), FIELD_COUNT], (records) =>
    ended([...records.slice(0, 8), records.slice(8, 11).join(''), ...records.slice(11)]),
  ),
  mixed('joined-with-mark', 'SINF', [block('joined-records'), FIELD_COUNT], (records) =>
    concat(
      openEnded(records.slice(0, 20)),
      Uint8Array.of(0xef, 0xbb, 0xbf),
      ended(records.slice(20)),
    ),
  ),
];

/** Extracts with lines that are not records. */
export const FOREIGN_LINE_FORMS: readonly Form[] = [
  ...footers,
  ...headings,
  ...fewLines,
  ...manyLines,
  ...joined,
];
