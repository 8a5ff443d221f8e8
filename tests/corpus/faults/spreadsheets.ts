import type { FileType } from '../file-types.ts';
import { LAYOUTS } from '../layouts.ts';
import type { Bytes } from './edit.ts';
import { editField, ended, recordsOf, SCHOOL_YEAR } from './edit.ts';
import type { ExpectedFinding, Form } from './form.ts';
import { block } from './form.ts';

type Damage = 'commas' | 'tabs' | 'pipes' | 'quotes' | 'lost-zeros';

/** The damage makes every other statement about the records doubtful, so it is the only finding. */
function damaged(
  id: string,
  damage: Damage,
  fileType: FileType,
  make: (records: string[]) => Bytes,
  more: readonly ExpectedFinding[] = [],
  name = `${fileType} ${SCHOOL_YEAR}.txt`,
): Form {
  return {
    id: `spreadsheet-${id}`,
    name,
    bytes: () => make(recordsOf(fileType)),
    expected: [block('spreadsheet-damage', { damage }), ...more],
  };
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
  damaged(
    'lost-zeros-small-letters',
    'lost-zeros',
    'SPRG',
    lostZeros('SPRG'),
    [block('name-not-exact')],
    'sprg 2022-23.txt',
  ),
];
