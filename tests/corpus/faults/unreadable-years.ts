import type { FileType } from '../file-types.ts';
import { LAYOUTS } from '../layouts.ts';
import { ended, recordsOf, SCHOOL_YEAR, withField, YEAR_BEFORE } from './edit.ts';
import type { ExpectedFinding, Form } from './form.ts';
import { block, warn } from './form.ts';

/** Records whose school year is rewritten where `isChanged` says so, by the record's position. */
function withYears(
  id: string,
  fileType: FileType,
  year: string,
  expected: readonly ExpectedFinding[],
  isChanged: (index: number) => boolean = () => true,
  name = `${fileType} ${SCHOOL_YEAR}.txt`,
): Form {
  const { yearPosition } = LAYOUTS[fileType];
  return {
    id: `unreadable-year-${id}`,
    name,
    bytes: () =>
      ended(
        recordsOf(fileType).map((record, index) =>
          isChanged(index) ? withField(record, yearPosition, year) : record,
        ),
      ),
    expected,
  };
}

const IS_BLOCKED = [block('school-year-unreadable')];
const IS_WARNED = [warn('school-year-unreadable')];
const IS_PADDED = [warn('padded-school-year')];
const third = (index: number) => index % 3 === 1;
const one = (index: number) => index === 17;

/** Records whose school year is empty, or not in a form that CALPADS writes. */
export const UNREADABLE_YEAR_FORMS: readonly Form[] = [
  withYears('scsc-empty', 'SCSC', '', IS_BLOCKED),
  withYears('scsc-empty-in-some', 'SCSC', '', IS_BLOCKED, third),
  withYears('scsc-empty-in-one', 'SCSC', '', IS_BLOCKED, one),
  withYears('crsc-slash', 'CRSC', '2022/2023', IS_BLOCKED),
  withYears('crsc-slash-in-some', 'CRSC', '2022/2023', IS_BLOCKED, third),
  withYears('scte-short', 'SCTE', '22-23', IS_BLOCKED),
  withYears('scte-one-year', 'SCTE', '2023', IS_BLOCKED, third),
  withYears('scsc-underscore', 'SCSC', '2022_2023', IS_BLOCKED, one),
  withYears('scsc-not-consecutive', 'SCSC', '2022-2024', IS_BLOCKED, one),
  withYears('senr-empty', 'SENR', '', IS_WARNED),
  withYears('senr-empty-in-some', 'SENR', '', IS_WARNED, third),
  withYears('sinf-slash', 'SINF', '2022/2023', IS_WARNED),
  withYears('sprg-short-in-some', 'SPRG', '22-23', IS_WARNED, third),
  withYears('sela-dash', 'SELA', '2022\x962023', IS_WARNED),
  withYears(
    'senr-none-anywhere',
    'SENR',
    '',
    [block('school-year-unknown'), warn('school-year-unreadable')],
    () => true,
    'SENR.txt',
  ),
  withYears(
    'senr-guess-in-name',
    'SENR',
    '22-23',
    [block('school-year-unknown'), warn('school-year-unreadable')],
    () => true,
    'SENR 10-11.txt',
  ),
  withYears(
    'senr-other-year-in-name',
    'SENR',
    '',
    [block('name-not-exact'), block('school-year-mismatch'), warn('school-year-unreadable')],
    third,
    `SENR_${YEAR_BEFORE}.txt`,
  ),
  withYears('scsc-padded', 'SCSC', '2022-2023 ', IS_PADDED),
  withYears('senr-padded-in-some', 'SENR', ' 2022-2023', IS_PADDED, third),
  withYears('sinf-padded-other-year', 'SINF', '2021-2022 ', [
    block('school-year-mismatch'),
    warn('padded-school-year'),
  ]),
];
