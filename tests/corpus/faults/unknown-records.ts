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
  unknown('xml', lines('<?xml version="1.0"?>', '<extract><row/></extract>'), 'SELA 2022-23.txt'),
  unknown('log', lines('2023-10-25 09:00 INFO job 8812731 started', '2023-10-25 09:02 INFO done')),
  unknown(
    'grade-list',
    lines('Student,Course,Grade', 'Zqxana Zqxelm,Algebra I,B+'),
    'SCSC 2022-23.txt',
  ),
  unknown('field-1-empty', withCode(''), 'SPRG 2022-23.txt'),
  unknown('discipline-records', withCode('SDEM-R'), 'SPRG 2022-23.txt'),
  unknown('staff-records', withCode('SASS-R'), 'CRSC 2022-23.txt'),
  unknown('letter-download-name', lines('The job has not finished yet.'), 'download.txt', [
    block('name-not-exact'),
  ]),
];
