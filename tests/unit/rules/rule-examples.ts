import type { FileType } from '../../../lib/calpads/file-types.ts';
import { inspectChosenFile } from '../../../lib/inspection/inspect-chosen-file.ts';
import type { Inspection } from '../../../lib/inspection/inspection.ts';
import type { CheckResult } from '../../../lib/rules/check-files.ts';
import { checkFiles } from '../../../lib/rules/check-files.ts';
import type { InspectedFile } from '../../../lib/rules/checked-file.ts';
import { extractBytes } from '../../corpus/extract.ts';
import type { Bytes, SpecEdit } from '../../corpus/faults/edit.ts';
import {
  concat,
  editField,
  ended,
  inserted,
  lastEdited,
  latin1,
  openEnded,
  recordsOf,
  SCHOOL_YEAR,
  specOf,
  withField,
  YEAR_BEFORE,
} from '../../corpus/faults/edit.ts';
import { headerRow } from '../../corpus/faults/headers.ts';
import { zipOf } from '../../corpus/faults/zip-file.ts';
import { LAYOUTS } from '../../corpus/layouts.ts';
import { loginPage } from '../../corpus/login-page.ts';
import { textOf } from '../support/facts.ts';

interface ExampleFile {
  readonly name: string;
  /** What the file holds, or what an inspection says of a file that a test cannot hold. */
  readonly content: Bytes | Inspection;
  /** What is known about the file from elsewhere. */
  readonly known?: Partial<InspectedFile>;
}

/** The example in the list of rules, as files. Its text is `rule_<id>_example`. */
export interface RuleExample {
  /** Chosen together. The rule must have a finding for the last one. The text names them all. */
  readonly files: readonly ExampleFile[];
  /** Words that are in the text, and in the last file or in what is known about it. */
  readonly shows?: readonly string[];
}

const MARK = Uint8Array.of(0xef, 0xbb, 0xbf);
const OTHER_LEA = '0199950';

/** By rule id. A rule without an example fails a test. */
export const RULE_EXAMPLES: Readonly<Record<string, RuleExample>> = {
  'unreadable-file': {
    files: [{ name: 'SENR 2022-23.txt', content: { kind: 'unreadable', reason: 'gone' } }],
  },
  'unfinished-download': {
    files: [{ name: 'SCSC 2022-23.txt.crdownload', content: extract('SCSC') }],
  },
  'empty-file': one('SCTE', () => latin1('')),
  'wrong-container': {
    ...one('SENR', () => latin1(loginPage('\n'))),
    shows: ['Your session has ended'],
  },
  'wide-encoding': one('SENR', (records) =>
    concat(Uint8Array.of(0xff, 0xfe), Buffer.from(records.join('\r\n'), 'utf16le')),
  ),
  'nul-bytes': one('SCSC', (records) => concat(ended(records), new Uint8Array(4096))),
  'over-long-record': one('SENR', () => latin1(recordsOf('SENR', { rows: 1000 }).join(' '))),
  'old-cal-pass-report': {
    files: [{ name: 'S99999K.txt', content: ended(['99999,9900001,a,b', '99999,9900001,c,d']) }],
  },
  'spreadsheet-damage': {
    ...one('SENR', (records) =>
      ended(
        records.map((record) =>
          editField(record, LAYOUTS.SENR.leaPosition, (lea) => lea.replace(/^0+/, '')),
        ),
      ),
    ),
    shows: ['199901'],
  },
  'look-alike': {
    ...one('SENR', (records) => ended(records.map((record) => withField(record, 1, 'SENR-E')))),
    shows: ['SENR-E'],
  },
  'several-record-types': {
    ...one('SENR', (records) => ended([...records, ...recordsOf('SINF')])),
    shows: ['SENR-R', 'SINF-R'],
  },
  'unknown-records': {
    ...one('SELA', () => ended(['The report could not be made'])),
    shows: ['The report could not be made'],
  },
  'foreign-lines': withLine('SPRG', 'Ask the registrar about this', 20),
  'header-row': {
    ...one('SENR', (records) => ended([headerRow('SENR'), ...records])),
    shows: ['Record Type Code^Transaction Type Code'],
  },
  'added-lines': withLine('SENR', '(40 rows affected)', 40),
  'mark-inside': one('SCSC', (records) =>
    concat(ended(records), MARK, extractBytes(specOf('SCSC', { seed: 2 }))),
  ),
  'joined-records': {
    ...one('SELA', (records) => concat(openEnded(records), ended(recordsOf('SELA', { seed: 2 })))),
    shows: ['SELA-R'],
  },
  'type-mismatch': { ...one('SPRG', () => extract('SENR')), shows: ['SENR-R'] },
  'school-year-mismatch': {
    ...one('SCSC', () => extract('SCSC', { schoolYear: YEAR_BEFORE })),
    shows: ['2021-2022'],
  },
  'school-year-unknown': {
    files: [
      { name: 'SENR.txt', content: extract('SENR', { otherYears: { [YEAR_BEFORE]: 0.25 } }) },
    ],
    shows: ['2021-2022', '2022-2023'],
  },
  'school-year-unreadable': withYear('SCTE', '2022/2023'),
  'padded-school-year': { ...withYear('SENR', '2022-2023 '), shows: ['2022-2023 ^'] },
  'several-leas': {
    ...one('SENR', (records) =>
      ended([...records, ...recordsOf('SENR', { reportingLea: OTHER_LEA })]),
    ),
    shows: ['0199901', OTHER_LEA],
  },
  'truncated-last-record': one('SINF', (records) =>
    openEnded(lastEdited(records, (record) => record.slice(0, record.length / 2))),
  ),
  'field-count': one('SCTE', () => extract('SCTE', { fieldCount: 19 })),
  'line-ends': one('SELA', (records) => ended(records, '\n')),
  'leading-mark': one('SPRG', (records) => concat(MARK, ended(records))),
  'zip-contents': {
    files: [
      {
        name: 'SENR 2022-23.zip',
        content: zipOf([{ name: 'SENR 2022-23.txt', text: recordsOf('SENR').join('\r\n') }]).slice(
          0,
          -40,
        ),
      },
    ],
  },
  'out-of-zip': {
    files: [
      {
        name: 'SENR 2022-23.txt',
        content: extract('SENR'),
        known: { fromZip: 'all files.zip' },
      },
    ],
    shows: ['all files.zip'],
  },
  'same-file-twice': {
    files: [
      { name: 'SCSC 2022-23.txt', content: extract('SCSC') },
      { name: 'SCSC 2022-23 (1).txt', content: extract('SCSC') },
    ],
  },
  'same-content-other-label': {
    files: [
      { name: 'SENR 2021-22.txt', content: extract('SENR') },
      { name: 'SENR 2022-23.txt', content: extract('SENR') },
    ],
  },
  'same-name-twice': {
    files: [
      { name: 'SINF 2022-23.txt', content: extract('SINF') },
      { name: 'SINF 2022-23.txt', content: extract('SINF', { seed: 2 }) },
    ],
  },
  'which-part': { files: [{ name: 'SCSC 2022-23 part 2.txt', content: extract('SCSC') }] },
  'one-of-several': {
    files: [
      { name: 'SCSC 2022-23 part 1.txt', content: extract('SCSC') },
      { name: 'SCSC 2022-23 part 2.txt', content: extract('SCSC', { seed: 2 }) },
    ],
  },
  'cut-by-year': {
    files: [
      {
        name: 'SENR 2022-23.zip',
        content: zipOf([{ name: 'SENR 2022-23.txt', text: recordsOf('SENR').join('\r\n') }]),
        known: { cutFrom: 'SENR all years.txt' },
      },
    ],
    shows: ['SENR all years.txt'],
  },
  'far-from-other-years': {
    files: [
      {
        name: 'SENR 2021-22.txt',
        content: extract('SENR', { schoolYear: YEAR_BEFORE, rows: 900 }),
      },
      { name: 'SENR 2022-23.txt', content: extract('SENR', { rows: 300 }) },
    ],
  },
  'same-rows-as-other-year': {
    files: [
      {
        name: 'CRSC 2021-22.txt',
        content: extract('CRSC', { schoolYear: YEAR_BEFORE, rows: 600 }),
      },
      { name: 'CRSC 2022-23.txt', content: extract('CRSC', { seed: 2, rows: 600 }) },
    ],
  },
  'school-missing': {
    files: [
      {
        name: 'SENR 2022-23.txt',
        content: extract('SENR'),
        known: { knownYears: [{ schoolYear: YEAR_BEFORE, rows: 40, schools: ['9900009'] }] },
      },
    ],
    shows: ['9900009'],
  },
  'already-sent': {
    files: [
      {
        name: 'SENR 2022-23.txt',
        content: extract('SENR'),
        known: { sentBefore: { at: Date.UTC(2023, 9, 20), name: 'SENR 2022-23.txt' } },
      },
    ],
  },
  'other-lea': {
    files: [
      {
        name: 'SENR 2022-23.txt',
        content: extract('SENR', { reportingLea: OTHER_LEA }),
        known: { organization: { name: 'Maple Leaf Unified', reportingLea: '0199901' } },
      },
    ],
    shows: ['0199901', OTHER_LEA],
  },
  'stray-layout': {
    files: [
      { name: 'SCSC 2022-23.txt', content: extract('SCSC') },
      {
        name: 'SCSC 2021-22.txt',
        content: extract('SCSC', { schoolYear: YEAR_BEFORE, fieldCount: 22 }),
      },
    ],
  },
  'too-large': {
    files: [
      {
        name: 'SCSC 2022-23.txt',
        content: textOf('SCSC', SCHOOL_YEAR, { bytes: 412_000_000 }),
      },
    ],
  },
  'wrong-extension': { files: [{ name: 'SENR 2022-23.csv', content: extract('SENR') }] },
  'name-not-exact': { files: [{ name: 'SENR_8812731.txt', content: extract('SENR') }] },
};

/** What the rules say about the last file of an example. */
export async function checkExample({ files }: RuleExample): Promise<CheckResult | undefined> {
  const inspected = files.map(async ({ name, content, known }, at): Promise<InspectedFile> => {
    const inspection = content instanceof Uint8Array ? await inspect(name, content) : content;
    return { id: String(at), name, inspection, ...known };
  });
  return checkFiles(await Promise.all(inspected)).at(-1);
}

function inspect(name: string, content: Bytes): Promise<Inspection> {
  const { signal } = new AbortController();
  return inspectChosenFile(new File([content], name), { signal });
}

function extract(fileType: FileType, edit: SpecEdit = {}): Bytes {
  return extractBytes(specOf(fileType, edit));
}

/** One file with its right name, made from the records of a good extract. */
function one(fileType: FileType, make: (records: string[]) => Bytes): RuleExample {
  return {
    files: [{ name: `${fileType} ${SCHOOL_YEAR}.txt`, content: make(recordsOf(fileType)) }],
  };
}

/** A file with one line more. @param index how many records are before it */
function withLine(fileType: FileType, line: string, index: number): RuleExample {
  return { ...one(fileType, (records) => ended(inserted(records, index, line))), shows: [line] };
}

/** A file whose records write the school year like this. */
function withYear(fileType: FileType, year: string): RuleExample {
  const { yearPosition } = LAYOUTS[fileType];
  const make = (good: string[]) =>
    ended(good.map((record) => withField(record, yearPosition, year)));
  return { ...one(fileType, make), shows: [year] };
}
