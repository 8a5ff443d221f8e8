import type { FileType } from '../file-types.ts';
import { LAYOUTS } from '../layouts.ts';
import type { Bytes } from './edit.ts';
import { editField, ended, SCHOOL_YEAR } from './edit.ts';
import { edited } from './edited.ts';
import type { ExpectedFinding, Form } from './form.ts';
import { block, warn } from './form.ts';

type Damage =
  | 'commas'
  | 'tabs'
  | 'pipes'
  | 'quotes'
  | 'lost-zeros'
  | 'lost-zeros-school'
  | 'ssid-as-number'
  | 'dates'
  | 'quoted-fields';

/** The damage makes every other statement about the records doubtful, so it is the only finding. */
function damaged(
  id: string,
  damage: Damage,
  fileType: FileType,
  make: (records: string[]) => Bytes,
  more: readonly ExpectedFinding[] = [],
  name = `${fileType} ${SCHOOL_YEAR}.txt`,
): Form {
  const expected = [block('spreadsheet-damage', { damage }), ...more];
  return { ...edited(`spreadsheet-${id}`, fileType, expected, make), name };
}

const separatedBy = (separator: string) => (records: string[]) =>
  ended(records.map((record) => record.replaceAll('^', separator)));

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

const withoutZeros = (value: string) => value.replace(/^0+(?=\d)/, '');

const lostZeros = (fileType: FileType) => (records: string[]) =>
  ended(records.map((record) => editField(record, LAYOUTS[fileType].leaPosition, withoutZeros)));

/**
 * The way a spreadsheet saves "CSV": commas, numbers without leading zeros, quotes where needed.
 */
const savedAsCsv = (records: string[]) =>
  ended(
    records.map((record) =>
      record
        .split('^')
        .map((field, index) => (index === 9 ? quoted(`${field}, Jr`) : withoutZeros(field)))
        .join(','),
    ),
  );

/** The carets are kept, but the program quoted the cells that contain a comma. */
const someQuoted = (records: string[]) =>
  ended(records.map((record, i) => (i % 5 === 0 ? quoted(`${record}, Jr`) : record)));

const everyFieldQuoted = (records: string[]) =>
  ended(records.map((record) => record.split('^').map(quoted).join('^')));

/** One record with a field rewritten, among good ones. */
const oneWith = (position: number, rewrite: (value: string) => string) => (records: string[]) =>
  ended(records.map((record, i) => (i === 11 ? editField(record, position, rewrite) : record)));

const everyWith = (position: number, rewrite: (value: string) => string) => (records: string[]) =>
  ended(records.map((record) => editField(record, position, rewrite)));

/** As a spreadsheet shows a long number: three digits after the point. */
const rounded = (value: string) => value && Number(value).toExponential(5).replace('e+', 'E+0');
const decimal = (value: string) => value && `${value}.0`;
const SENR_BIRTH_DATE = 17;

/** Text in quotes, numbers and the record code not. */
const everyTextQuoted = (records: string[]) =>
  ended(
    records.map((record) =>
      record
        .split('^')
        .map((field, index) => (index > 0 && /[A-Za-z]/.test(field) ? quoted(field) : field))
        .join('^'),
    ),
  );

/** Extracts that a person opened and saved in a spreadsheet or a database program. */
export const SPREADSHEET_FORMS: readonly Form[] = [
  damaged('commas-senr', 'commas', 'SENR', separatedBy(',')),
  damaged('commas-crsc', 'commas', 'CRSC', separatedBy(',')),
  // A student information system writes these, without the suffix.
  damaged('commas-from-a-student-system', 'commas', 'SENR', (records) =>
    ended(records.map((record) => record.replace('-R', '').replaceAll('^', ','))),
  ),
  damaged('tabs-from-a-student-system', 'tabs', 'SINF', (records) =>
    ended(records.map((record) => record.replace('-R', '').replaceAll('^', '\t'))),
  ),
  damaged('commas-scsc', 'commas', 'SCSC', separatedBy(',')),
  damaged('commas-and-quotes', 'commas', 'SINF', savedAsCsv),
  damaged(
    'commas-named-csv',
    'commas',
    'SCTE',
    savedAsCsv,
    [block('wrong-extension')],
    'SCTE 2022-23.csv',
  ),
  damaged('tabs-sprg', 'tabs', 'SPRG', separatedBy('\t')),
  damaged('tabs-sela', 'tabs', 'SELA', separatedBy('\t')),
  damaged('pipes-senr', 'pipes', 'SENR', separatedBy('|')),
  damaged('pipes-scte', 'pipes', 'SCTE', separatedBy('|')),
  damaged('quotes-around-records', 'quotes', 'SENR', (records) => ended(records.map(quoted))),
  damaged('quotes-around-some-records', 'quotes', 'SCSC', someQuoted),
  damaged('quotes-around-fields', 'quotes', 'SINF', everyFieldQuoted),
  damaged('lost-zeros-senr', 'lost-zeros', 'SENR', lostZeros('SENR')),
  damaged('lost-zeros-sinf', 'lost-zeros', 'SINF', lostZeros('SINF')),
  damaged('lost-zeros-crsc', 'lost-zeros', 'CRSC', lostZeros('CRSC')),
  damaged('lost-zeros-one-lea', 'lost-zeros', 'SENR', oneWith(4, withoutZeros)),
  damaged('lost-zeros-one-lea-field-6', 'lost-zeros', 'SINF', oneWith(6, withoutZeros)),
  damaged('lost-zeros-group-schools', 'lost-zeros-school', 'SENR', everyWith(5, withoutZeros)),
  damaged(
    'lost-zeros-one-school',
    'lost-zeros-school',
    'CRSC',
    oneWith(5, () => '1'),
  ),
  damaged(
    'lost-zeros-school-field-7',
    'lost-zeros-school',
    'SINF',
    oneWith(7, () => '2'),
  ),
  damaged('ssid-rounded-senr', 'ssid-as-number', 'SENR', everyWith(8, rounded)),
  damaged('ssid-rounded-sinf', 'ssid-as-number', 'SINF', everyWith(9, rounded)),
  damaged('ssid-rounded-once', 'ssid-as-number', 'SCSC', oneWith(7, rounded)),
  damaged('ssid-with-decimals', 'ssid-as-number', 'SPRG', everyWith(7, decimal)),
  damaged(
    'dates-senr',
    'dates',
    'SENR',
    everyWith(SENR_BIRTH_DATE, () => '8/15/1901'),
  ),
  damaged(
    'dates-once',
    'dates',
    'SCTE',
    oneWith(16, () => '08/15/2023'),
  ),
  damaged(
    'dates-with-time',
    'dates',
    'SELA',
    everyWith(17, () => '8/15/2023 0:00'),
  ),
  damaged(
    'dates-short',
    'dates',
    'CRSC',
    everyWith(37, () => '8/15/23'),
  ),
  damaged('quotes-inside-records', 'quoted-fields', 'SENR', everyTextQuoted),
  damaged('quotes-around-codes', 'quoted-fields', 'SPRG', everyWith(4, quoted)),
  damaged(
    'quotes-doubled',
    'quoted-fields',
    'SINF',
    everyWith(12, (name) => quoted(`"${name}" B`)),
  ),
  {
    ...damaged('quotes-once', 'quoted-fields', 'SCSC', oneWith(4, quoted)),
    expected: [warn('spreadsheet-damage', { damage: 'quoted-fields' })],
  },
  damaged(
    'lost-zeros-small-letters',
    'lost-zeros',
    'SPRG',
    lostZeros('SPRG'),
    [block('name-not-exact')],
    'sprg 2022-23.txt',
  ),
];
