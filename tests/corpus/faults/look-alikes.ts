import type { FileType } from '../file-types.ts';
import type { Bytes } from './edit.ts';
import { ended, recordsOf, SCHOOL_YEAR, withField } from './edit.ts';
import type { ExpectedFinding, Form } from './form.ts';
import { block, warn } from './form.ts';

type LookAlike =
  | 'sis-upload-file'
  | 'rejected-records'
  | 'cumulative-enrollment'
  | 'fall-2-sibling'
  | 'ssid-extract'
  | 'other-extract';

/**
 * Another kind of CALPADS file under the name of an ODS extract. It has its own layout, so its
 * field count and its other type do not add findings to the one that names it.
 */
function lookAlike(
  id: string,
  finding: ExpectedFinding,
  named: FileType,
  bytes: () => Bytes,
  more: readonly ExpectedFinding[] = [],
  name = `${named} ${SCHOOL_YEAR}.txt`,
): Form {
  return { id: `look-alike-${id}`, name, bytes, expected: [finding, ...more] };
}

const isBlocked = (kind: LookAlike) => block('look-alike', { kind });

const withCode = (fileType: FileType, code: string) => () =>
  ended(recordsOf(fileType).map((record) => withField(record, 1, code)));

/** The export that a student information system makes for CALPADS: no suffix, no trailing dates. */
const sisFile = (fileType: FileType) => () =>
  ended(
    recordsOf(fileType).map((record) => [fileType, ...record.split('^').slice(1, -2)].join('^')),
  );

function sisForm(fileType: FileType): Form {
  return lookAlike(
    `sis-${fileType.toLowerCase()}`,
    warn('look-alike', { kind: 'sis-upload-file' }),
    fileType,
    sisFile(fileType),
  );
}

/** A rejected record is the input record, followed by the error's code and text. */
const rejected = (fileType: FileType) => () =>
  ended(
    recordsOf(fileType).map(
      (record) => `${withField(record, 1, `${fileType}-E`)}^GERR0003^Incorrect Value^E`,
    ),
  );

const cumulativeEnrollment = () =>
  ended(
    recordsOf('SCTE').map(
      (record) =>
        `${['CENR-R', ...record.split('^').slice(1, 12)].join('^')}^12^180^176^4^20230801^20230902`,
    ),
  );

/** Reporting LEA first, then the keys of each student. */
const ssidExtract = () =>
  ended(
    recordsOf('SELA').map((record) => {
      const fields = record.split('^');
      return [fields[3], fields[4], ...fields.slice(6, 12), '20220815'].join('^');
    }),
  );

/** Files that people upload by mistake instead of an ODS extract. */
export const LOOK_ALIKE_FORMS: readonly Form[] = [
  sisForm('SENR'),
  sisForm('SINF'),
  sisForm('SPRG'),
  sisForm('SELA'),
  sisForm('CRSC'),
  sisForm('SCSC'),
  sisForm('SCTE'),
  lookAlike(
    'sis-small-letters',
    warn('look-alike', { kind: 'sis-upload-file' }),
    'SENR',
    sisFile('SENR'),
    [block('name-not-exact')],
    'senr 2022-23.txt',
  ),
  lookAlike('rejected-senr', isBlocked('rejected-records'), 'SENR', rejected('SENR')),
  lookAlike('rejected-sinf', isBlocked('rejected-records'), 'SINF', rejected('SINF')),
  lookAlike('rejected-scsc', isBlocked('rejected-records'), 'SCSC', rejected('SCSC')),
  lookAlike('cumulative', isBlocked('cumulative-enrollment'), 'SENR', cumulativeEnrollment),
  lookAlike(
    'cumulative-download-name',
    isBlocked('cumulative-enrollment'),
    'SENR',
    cumulativeEnrollment,
    [block('name-not-exact')],
    'CENR_8812731.txt',
  ),
  lookAlike('fall-2-scse', isBlocked('fall-2-sibling'), 'SCSC', withCode('SCSC', 'SCSE-R')),
  lookAlike('fall-2-crse', isBlocked('fall-2-sibling'), 'CRSC', withCode('CRSC', 'CRSE-R')),
  lookAlike(
    'rejected-of-another-kind',
    isBlocked('rejected-records'),
    'SPRG',
    withCode('SPRG', 'SDEM-E'),
  ),
  lookAlike('staff', isBlocked('other-extract'), 'CRSC', withCode('CRSC', 'SASS-R')),
  lookAlike('staff-demographics', isBlocked('other-extract'), 'SPRG', withCode('SPRG', 'SDEM-R')),
  lookAlike('absences', isBlocked('other-extract'), 'SENR', withCode('SELA', 'STAS-R')),
  lookAlike('work-based-learning', isBlocked('other-extract'), 'SCTE', withCode('SCTE', 'WBLR-R')),
  lookAlike('migrant-programs', isBlocked('other-extract'), 'SPRG', withCode('SPRG', 'MEPS-R')),
  lookAlike(
    'migrant-programs-download-name',
    isBlocked('other-extract'),
    'SPRG',
    withCode('SPRG', 'MEPS-R'),
    [block('name-not-exact')],
    'MEPS_8812731.txt',
  ),
  lookAlike('ssid-extract', isBlocked('ssid-extract'), 'SENR', ssidExtract),
  lookAlike('ssid-extract-as-sinf', isBlocked('ssid-extract'), 'SINF', ssidExtract),
  lookAlike(
    'ssid-extract-no-extension',
    isBlocked('ssid-extract'),
    'SINF',
    ssidExtract,
    [block('wrong-extension')],
    'SINF 2022-23',
  ),
];
