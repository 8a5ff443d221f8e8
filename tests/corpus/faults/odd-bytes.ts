import { extractBytes } from '../extract.ts';
import type { FileType } from '../file-types.ts';
import type { Bytes } from './edit.ts';
import { concat, editField, ended, latin1, recordsOf, SCHOOL_YEAR, specOf } from './edit.ts';
import type { Form } from './form.ts';
import { block } from './form.ts';

const RECORD_LIMIT = 64 * 1024;

function odd(
  id: string,
  fileType: FileType,
  ruleId: 'wide-encoding' | 'nul-bytes' | 'over-long-record',
  bytes: () => Bytes,
): Form {
  return { id, name: `${fileType} ${SCHOOL_YEAR}.txt`, bytes, expected: [block(ruleId)] };
}

type Wide = 'utf-16-le' | 'utf-16-be' | 'utf-32-le' | 'utf-32-be';

/** A text with each letter (all below U+0100) as one unit of 2 or 4 bytes. */
function widened(text: string, wide: Wide): Bytes {
  const unit = wide.startsWith('utf-16') ? 2 : 4;
  const place = wide.endsWith('le') ? 0 : unit - 1;
  const bytes = new Uint8Array(text.length * unit);
  for (let i = 0; i < text.length; i += 1) {
    bytes[i * unit + place] = text.charCodeAt(i);
  }
  return bytes;
}

const MARKS: Readonly<Record<Wide, readonly number[]>> = {
  'utf-16-le': [0xff, 0xfe],
  'utf-16-be': [0xfe, 0xff],
  'utf-32-le': [0xff, 0xfe, 0, 0],
  'utf-32-be': [0, 0, 0xfe, 0xff],
};

function wideForms(wide: Wide, fileType: FileType): readonly Form[] {
  const text = () => `${recordsOf(fileType).join('\r\n')}\r\n`;
  return [
    odd(`wide-${wide}`, fileType, 'wide-encoding', () => widened(text(), wide)),
    odd(`wide-${wide}-with-mark`, fileType, 'wide-encoding', () =>
      concat(Uint8Array.from(MARKS[wide]), widened(text(), wide)),
    ),
  ];
}

/** The "Unicode Text" that a spreadsheet saves: UTF-16 and tabs. The encoding hides the tabs. */
const unicodeText = odd('wide-unicode-text', 'SINF', 'wide-encoding', () =>
  concat(
    Uint8Array.from(MARKS['utf-16-le']),
    widened(recordsOf('SINF').join('\r\n').replaceAll('^', '\t'), 'utf-16-le'),
  ),
);

const nulForms: readonly Form[] = [
  odd('nul-in-a-name', 'SENR', 'nul-bytes', () =>
    ended(recordsOf('SENR').map((record, i) => (i === 25 ? nulInName(record) : record))),
  ),
  odd('nul-in-every-name', 'SINF', 'nul-bytes', () => ended(recordsOf('SINF').map(nulInName))),
  // A disk or a network drive filled the end of a file with zeros.
  odd('nul-run-at-the-end', 'SCSC', 'nul-bytes', () =>
    concat(extractBytes(specOf('SCSC')), new Uint8Array(4096)),
  ),
  odd('nul-run-at-the-start', 'SPRG', 'nul-bytes', () =>
    concat(new Uint8Array(512), extractBytes(specOf('SPRG'))),
  ),
  odd('nul-run-inside', 'SELA', 'nul-bytes', () =>
    concat(
      extractBytes(specOf('SELA')),
      new Uint8Array(700),
      ended(recordsOf('SELA', { seed: 2 })),
    ),
  ),
  odd('nul-single-at-the-end', 'CRSC', 'nul-bytes', () =>
    concat(extractBytes(specOf('CRSC')), Uint8Array.of(0)),
  ),
  odd('nul-instead-of-blanks', 'SCTE', 'nul-bytes', () =>
    latin1(
      recordsOf('SCTE')
        .map((record) => `${record}\0\0\r\n`)
        .join(''),
    ),
  ),
  odd('nul-everywhere', 'SENR', 'nul-bytes', () => new Uint8Array(2048)),
];

function nulInName(record: string): string {
  return editField(record, 11, (name) => `${name}\0`);
}

const longForms: readonly Form[] = [
  odd('long-no-line-ends', 'SENR', 'over-long-record', () =>
    latin1(recordsOf('SENR', { rows: 1000 }).join(' ')),
  ),
  odd('long-one-field', 'CRSC', 'over-long-record', () =>
    ended(recordsOf('CRSC').map((record, i) => (i === 8 ? lengthened(record, 200_000) : record))),
  ),
  odd('long-first-record', 'SPRG', 'over-long-record', () =>
    ended(recordsOf('SPRG').map((record, i) => (i === 0 ? lengthened(record, 70_000) : record))),
  ),
  odd('long-last-record-open', 'SCSC', 'over-long-record', () =>
    latin1(`${recordsOf('SCSC').join('\r\n')}${'x'.repeat(RECORD_LIMIT)}`),
  ),
  odd('long-by-one-byte', 'SINF', 'over-long-record', () =>
    ended(
      recordsOf('SINF').map((record, i) =>
        i === 3 ? lengthened(record, RECORD_LIMIT + 1) : record,
      ),
    ),
  ),
];

/** A record that is lengthened to `bytes` bytes in field 3, without its line end. */
function lengthened(record: string, bytes: number): string {
  return editField(record, 3, (id) => id + 'x'.repeat(bytes - record.length));
}

/** Files whose bytes are not records in one-byte text. */
export const ODD_BYTE_FORMS: readonly Form[] = [
  ...wideForms('utf-16-le', 'SENR'),
  ...wideForms('utf-16-be', 'SCSC'),
  ...wideForms('utf-32-le', 'SELA'),
  ...wideForms('utf-32-be', 'CRSC'),
  unicodeText,
  ...nulForms,
  ...longForms,
];
