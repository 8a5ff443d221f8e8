import { describe, expect, it } from 'vitest';
import { fileTable } from '../../../components/check-files/files-by-cell.ts';
import type { FileType } from '../../../lib/calpads/file-types.ts';
import type { SchoolYear } from '../../../lib/calpads/school-year.ts';
import type { FileRow } from '../../../lib/session/file-row.ts';
import { going, held, row } from '../support/file-rows.ts';

const REQUIRED: readonly SchoolYear[] = ['2021-22', '2022-23'];

function statusOf(rows: readonly FileRow[], fileType: FileType, schoolYear: SchoolYear) {
  const { cells } = fileTable(rows, REQUIRED);
  return cells.find((cell) => cell.fileType === fileType && cell.schoolYear === schoolYear)?.status;
}

/** Cells that a file stands for. */
const taken = (rows: readonly FileRow[]) =>
  fileTable(rows, REQUIRED)
    .cells.filter(({ status }) => status !== 'missing')
    .map(({ fileType, schoolYear, status }) => `${fileType} ${schoolYear} ${status}`);

/** Part 1 of 3 of SCSC 2022-23, while so many others are nowhere. */
function onePart(missing: number): FileRow {
  const one = going('SCSC', '2022-23');
  const part = { number: 1, of: 3, set: 'e'.repeat(64), isSent: false, missing };
  return one.plan?.kind === 'can go' ? { ...one, plan: { ...one.plan, part } } : one;
}

describe('the table of files', () => {
  it('has a problem where parts of a file are missing', () => {
    expect(taken([onePart(2)])).toEqual(['SCSC 2022-23 problem']);
    expect(taken([onePart(0)])).toEqual(['SCSC 2022-23 ready']);
  });

  it('has the required years, with everything missing while there are no files', () => {
    const { years, cells, unplaced } = fileTable([], REQUIRED);
    expect(years).toEqual(REQUIRED);
    expect(cells).toHaveLength(14);
    expect(new Set(cells.map(({ status }) => status))).toEqual(new Set(['missing']));
    expect(unplaced).toBe(0);
  });

  it('has the years of the files too, in order', () => {
    const { years, cells } = fileTable(
      [going('SENR', '2023-24'), going('SENR', '2017-18')],
      REQUIRED,
    );
    expect(years).toEqual(['2017-18', '2021-22', '2022-23', '2023-24']);
    expect(cells).toHaveLength(28);
  });

  it('puts a file where it would be sent, whatever its name says now', () => {
    expect(taken([going('SENR', '2022-23', 'rename'), going('CRSC', '2021-22')])).toEqual([
      'CRSC 2021-22 ready',
      'SENR 2022-23 to fix',
    ]);
  });

  it('puts a held file where its name says, because that one has to be got again', () => {
    const wrong = held('SPRG 2021-22.txt', { fileType: 'SENR', schoolYears: [['2022-23', 9]] });
    expect(taken([wrong, held('SINF 2022-23.txt')])).toEqual([
      'SPRG 2021-22 problem',
      'SINF 2022-23 problem',
    ]);
  });

  it('puts a held file whose name is silent where its records say', () => {
    const file = held('export.csv', { fileType: 'SENR', schoolYears: [['2022-23', 9]] });
    expect(taken([file])).toEqual(['SENR 2022-23 problem']);
  });

  it('counts a file whose type or year nobody knows, once it is checked', () => {
    const severalYears = { schoolYears: [['2021-22', 5] as const, ['2022-23', 5] as const] };
    const rows = [
      held('notes.txt'),
      held('SENR.txt', severalYears),
      row('SENR.txt', { plan: { kind: 'asks school year' }, ...severalYears }),
      row('unchecked.txt'),
    ];
    expect(fileTable(rows, REQUIRED).unplaced).toBe(3);
    expect(taken(rows)).toEqual([]);
  });

  it('shows a file that is still being checked where its name says', () => {
    expect(taken([row('SENR 2022-23.txt')])).toEqual(['SENR 2022-23 checking']);
  });

  it('shows of several files in one place the one that needs the person most', () => {
    const ready = going('SENR', '2022-23');
    const fix = going('SENR', '2022-23', 'zip');
    expect(statusOf([ready, fix], 'SENR', '2022-23')).toBe('to fix');
    expect(statusOf([ready, row('SENR 2022-23.txt')], 'SENR', '2022-23')).toBe('checking');
    expect(statusOf([ready, held('SENR 2022-23.txt'), fix], 'SENR', '2022-23')).toBe('problem');
    const { cells } = fileTable([ready, fix], REQUIRED);
    expect(cells.find(({ status }) => status === 'to fix')?.files).toEqual([fix, ready]);
  });
});
