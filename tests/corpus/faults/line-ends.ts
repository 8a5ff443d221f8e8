import type { LineEnd } from '../extract.ts';
import { extractBytes } from '../extract.ts';
import type { FileType } from '../file-types.ts';
import type { SpecEdit } from './edit.ts';
import {
  concat,
  ended,
  inserted,
  latin1,
  openEnded,
  recordsOf,
  SCHOOL_YEAR,
  specOf,
} from './edit.ts';
import { traced } from './edited.ts';
import type { ExpectedFinding, Form } from './form.ts';
import { block, note } from './form.ts';
import { headerRow } from './headers.ts';

const MARK = Uint8Array.of(0xef, 0xbb, 0xbf);
const LEADING_MARK = note('leading-mark');
const endsWith = (kind: string) => note('line-ends', { kind });

function fromSpec(
  id: string,
  fileType: FileType,
  expected: readonly ExpectedFinding[],
  edit: SpecEdit,
): Form {
  const spec = specOf(fileType, edit);
  const facts = { rows: spec.rows, years: { [SCHOOL_YEAR]: spec.rows } };
  return { ...traced(id, fileType, expected, ended), bytes: () => extractBytes(spec), facts };
}

const LINE_ENDS: Readonly<Record<string, LineEnd>> = { lf: '\n', cr: '\r' };
const everyLineEnd: readonly Form[] = Object.entries(LINE_ENDS).flatMap(([word, lineEnd]) => [
  fromSpec(`line-end-${word}`, 'SELA', [endsWith(word)], { lineEnd }),
  fromSpec(`line-end-${word}-none-at-the-end`, 'SPRG', [endsWith(word)], {
    lineEnd,
    finalLineEnd: false,
  }),
  fromSpec(`line-end-${word}-one-record`, 'SCTE', [endsWith(word)], { lineEnd, rows: 1 }),
]);

const twoDownloads = (records: string[]) => [ended(records.slice(0, 20)), ended(records.slice(20))];

/** Line ends and byte order marks. Only a mark between records does harm. */
export const LINE_END_FORMS: readonly Form[] = [
  ...everyLineEnd,
  traced('line-end-crcrlf', 'CRSC', [endsWith('crcrlf')], (records) => ended(records, '\r\r\n')),
  traced('line-end-crcrlf-open', 'SENR', [endsWith('crcrlf')], (records) =>
    openEnded(records, '\r\r\n'),
  ),
  traced('line-end-mixed', 'SENR', [endsWith('mixed')], (records) =>
    latin1(records.map((record, i) => record + (['\r\n', '\n', '\r'][i % 3] ?? '')).join('')),
  ),
  traced('line-end-one-other', 'SINF', [endsWith('mixed')], (records) =>
    latin1(records.map((record, i) => record + (i === 30 ? '\n' : '\r\n')).join('')),
  ),
  traced('line-end-second-download', 'SPRG', [endsWith('mixed')], (records) =>
    concat(ended(records.slice(0, 20)), ended(records.slice(20), '\n')),
  ),
  traced('mark-before-ascii', 'CRSC', [LEADING_MARK], (records) => concat(MARK, ended(records))),
  fromSpec('mark-before-utf-8', 'SENR', [LEADING_MARK], { encoding: 'utf-8-with-bom' }),
  fromSpec('mark-before-names', 'SINF', [LEADING_MARK], { encoding: 'utf-8-with-bom' }),
  traced('mark-and-line-feeds', 'SCSC', [endsWith('lf'), LEADING_MARK], (records) =>
    concat(MARK, ended(records, '\n')),
  ),

  traced('mark-inside', 'SENR', [block('mark-inside')], (records) => {
    const [first, second] = twoDownloads(records);
    return concat(first ?? MARK, MARK, second ?? MARK);
  }),
  traced('mark-inside-and-before', 'SINF', [block('mark-inside'), LEADING_MARK], (records) => {
    const [first, second] = twoDownloads(records);
    return concat(MARK, first ?? MARK, MARK, second ?? MARK);
  }),
  traced('mark-twice-before', 'SPRG', [block('mark-inside'), LEADING_MARK], (records) =>
    concat(MARK, MARK, ended(records)),
  ),
  traced('mark-alone-at-the-end', 'SCTE', [block('mark-inside')], (records) =>
    concat(ended(records), MARK),
  ),
  {
    id: 'mark-before-inner-header',
    name: `SELA ${SCHOOL_YEAR}.txt`,
    bytes: () => {
      const records = recordsOf('SELA');
      const [first, second] = twoDownloads(inserted(records, 20, headerRow('SELA')));
      return concat(first ?? MARK, MARK, second ?? MARK);
    },
    expected: [block('mark-inside'), block('header-row')],
  },
];
