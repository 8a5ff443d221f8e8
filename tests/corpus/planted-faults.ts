import { extractBytes } from './extract.ts';
import type { Bytes } from './faults/edit.ts';
import { concat, ended, lastEdited, latin1, openEnded, withField } from './faults/edit.ts';
import type { ExpectedFinding } from './faults/form.ts';
import { block, warn } from './faults/form.ts';
import { headerRow } from './faults/headers.ts';
import { yearMismatch } from './faults/types-and-years.ts';
import { zipOf } from './faults/zip-file.ts';
import type { FileType } from './file-types.ts';
import { LAYOUTS } from './layouts.ts';
import { loginPage } from './login-page.ts';

/** A file while faults are planted in it one by one. */
export interface Draft {
  readonly fileType: FileType;
  readonly schoolYear: string;
  name: string;
  records: string[];
  /** How the records become bytes after all faults are planted. */
  write: (records: readonly string[]) => Bytes;
}

/** Changes a draft and returns the finding that the change must give. */
export type Fault = (draft: Draft) => ExpectedFinding;

const OTHER_LEA = '0199950';

function renamed(rename: (draft: Draft) => string): Fault {
  return (draft) => {
    draft.name = rename(draft);
    return block('name-not-exact');
  };
}

function replaced(finding: ExpectedFinding, content: (records: readonly string[]) => Bytes): Fault {
  return (draft) => {
    draft.write = content;
    return finding;
  };
}

function textOf(records: readonly string[]): string {
  return records.map((record) => `${record}\r\n`).join('');
}

/** The year before the given one as records write it, e.g. `2021-2022` for `2022-23`. */
function yearBefore(schoolYear: string): string {
  const start = Number(schoolYear.slice(0, 4));
  return `${start - 1}-${start}`;
}

/**
 * Every fault that can be planted. From `emptied` on, each leaves nothing else to find in the
 * content.
 */
export const FAULTS = {
  smallLetters: renamed(({ name }) => name.replace(/[A-Z]+/, (type) => type.toLowerCase())),
  secondDownload: renamed(({ name }) => name.replace('.txt', ' (1).txt')),
  longYear: renamed(({ name }) => name.replace('-', '-20')),
  underscore: renamed(({ name }) => name.replace(' ', '_')),
  jobNumber: renamed(({ fileType }) => `${fileType}_8812731.txt`),
  extraWord: renamed(({ name }) => name.replace('.txt', ' final.txt')),
  csvExtension: (draft) => {
    draft.name = draft.name.replace('.txt', '.csv');
    return block('wrong-extension');
  },
  doubledExtension: (draft) => {
    draft.name = `${draft.name}.txt`;
    return block('wrong-extension');
  },
  otherYear: (draft) => {
    const { yearPosition } = LAYOUTS[draft.fileType];
    const year = yearBefore(draft.schoolYear);
    draft.records = draft.records.map((record, i) =>
      i % 9 === 4 ? withField(record, yearPosition, year) : record,
    );
    return yearMismatch(draft.fileType);
  },
  secondLea: (draft) => {
    const { leaPosition } = LAYOUTS[draft.fileType];
    draft.records = draft.records.map((record, i) =>
      i % 7 === 3 ? withField(record, leaPosition, OTHER_LEA) : record,
    );
    return warn('several-leas');
  },
  extraField: (draft) => {
    draft.records = draft.records.map((record, i) => (i === 6 ? `${record}^` : record));
    return warn('field-count');
  },
  cutOff: (draft) => {
    draft.write = (records) =>
      openEnded(lastEdited(records, (record) => record.split('^').slice(0, 10).join('^')));
    return warn('truncated-last-record');
  },
  headerRow: (draft) => {
    draft.records = [headerRow(draft.fileType), ...draft.records];
    return block('header-row');
  },
  secondType: (draft) => {
    const other = draft.fileType === 'SELA' ? 'SPRG' : 'SELA';
    const { schoolYear } = draft;
    const [record = ''] = Buffer.from(extractBytes({ fileType: other, schoolYear, rows: 1 }))
      .toString('latin1')
      .split('\r\n');
    draft.records = [...draft.records, record];
    return block('several-record-types');
  },
  emptied: replaced(block('empty-file', { kind: 'zero-bytes' }), () => latin1('')),
  blankLines: replaced(block('empty-file', { kind: 'blank-lines-only' }), () => latin1('\r\n\r\n')),
  loginPage: replaced(block('wrong-container', { container: 'html' }), () =>
    latin1(loginPage('\r\n')),
  ),
  zipped: replaced(block('wrong-container', { container: 'zip' }), (records) =>
    zipOf([{ name: 'extract.txt', text: textOf(records) }]),
  ),
  commas: replaced(block('spreadsheet-damage', { damage: 'commas' }), (records) =>
    latin1(textOf(records).replaceAll('^', ',')),
  ),
  lostZeros: (draft) => {
    const { leaPosition } = LAYOUTS[draft.fileType];
    draft.records = draft.records.map((record) => withField(record, leaPosition, '199901'));
    return block('spreadsheet-damage', { damage: 'lost-zeros' });
  },
  rejected: (draft) => {
    draft.records = draft.records.map((record) => withField(record, 1, `${draft.fileType}-E`));
    return block('look-alike', { kind: 'rejected-records' });
  },
  withoutSuffix: (draft) => {
    draft.records = draft.records.map((record) =>
      [draft.fileType, ...record.split('^').slice(1, -2)].join('^'),
    );
    return warn('look-alike', { kind: 'sis-upload-file' });
  },
  wide: replaced(
    block('wide-encoding'),
    (records) => new Uint8Array(Buffer.from(textOf(records), 'utf16le')),
  ),
  nulRun: replaced(block('nul-bytes'), (records) => concat(ended(records), new Uint8Array(256))),
  longRecord: replaced(block('over-long-record'), (records) =>
    ended(lastEdited(records, (record) => withField(record, 3, 'x'.repeat(70_000)))),
  ),
} as const satisfies Record<string, Fault>;

export type FaultName = keyof typeof FAULTS;
