import type { Bytes } from './edit.ts';
import { ended, latin1, recordsOf, SCHOOL_YEAR, withField } from './edit.ts';
import type { ExpectedFinding, Form } from './form.ts';
import { block } from './form.ts';

function unknown(
  id: string,
  bytes: () => Bytes,
  name = `SENR ${SCHOOL_YEAR}.txt`,
  nameFindings: readonly ExpectedFinding[] = [],
): Form {
  return {
    id: `unknown-${id}`,
    name,
    bytes,
    expected: [block('unknown-records'), ...nameFindings],
  };
}

const lines =
  (...texts: readonly string[]) =>
  () =>
    ended(texts);

const withCode = (code: string) => () =>
  ended(recordsOf('SPRG').map((record) => withField(record, 1, code)));

/** Text that is neither an ODS extract nor a known look-alike. */
export const UNKNOWN_FORMS: readonly Form[] = [
  unknown('letter', lines('Hello,', '', 'the SENR file for 2022-23 will follow on Monday.')),
  unknown('one-word', () => latin1('test'), 'SCSC 2022-23.txt'),
  unknown('json', lines('{', '  "status": "expired",', '  "code": 401', '}'), 'SINF 2022-23.txt'),
  unknown('rich-text', () => latin1('{\\rtf1\\ansi SENR 2022-23\\par }'), 'SENR 2022-23.txt'),
  unknown('xml', lines('<?xml version="1.0"?>', '<extract><row/></extract>'), 'SELA 2022-23.txt'),
  unknown('log', lines('2023-10-25 09:00 INFO job 8812731 started', '2023-10-25 09:02 INFO done')),
  unknown(
    'grade-list',
    lines('Student,Course,Grade', 'Zqxana Zqxelm,Algebra I,B+'),
    'SCSC 2022-23.txt',
  ),
  unknown('field-1-empty', withCode(''), 'SPRG 2022-23.txt'),
  unknown('code-in-small-letters', withCode('sprg-r'), 'SPRG 2022-23.txt'),
  unknown('code-with-other-suffix', withCode('SPRG-X'), 'SPRG 2022-23.txt'),
  unknown(
    'table-with-commas',
    lines('Student,Course,Grade,Term', 'Zqxana Zqxelm,Algebra I,B+,FY'),
    'SCSC 2022-23.txt',
  ),
  ...['S68130K', 'C68130K', 'A68130K'].map(
    (name): Form => ({
      id: `old-cal-pass-report-${name.slice(0, 1).toLowerCase()}`,
      name: `${name}.txt`,
      bytes: lines('68130,9900001,Zqxelm,Zqxana,F,09', '68130,9900001,Zqxash,Zqxbo,M,10'),
      expected: [block('old-cal-pass-report'), block('name-not-exact')],
    }),
  ),
  unknown('letter-download-name', lines('The job has not finished yet.'), 'download.txt', [
    block('name-not-exact'),
  ]),
];
