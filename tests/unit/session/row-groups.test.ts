import { describe, expect, it } from 'vitest';
import type { Inspection } from '../../../lib/inspection/inspection.ts';
import type { FileRow } from '../../../lib/session/file-row.ts';
import { isWorthALook, shownFindings } from '../../../lib/session/row-findings.ts';
import { rowGroups } from '../../../lib/session/row-groups.ts';
import { textOf } from '../support/facts.ts';
import { rowsOf } from '../support/report.ts';

const empty = () => textOf('SINF', '2022-23', { emptiness: 'zero-bytes', odsRecords: {} });
const large = () => textOf('SCSC', '2022-23', { bytes: 40_000_000 });
const withLf = () => textOf('SPRG', '2022-23', { lineEnds: { crlf: 0, lf: 10, cr: 0, crcrlf: 0 } });
const twoLeas = () => textOf('SCTE', '2022-23', { reportingLeas: { '0199901': 5, '0199902': 5 } });

const rowsFor = (files: Readonly<Record<string, Inspection>>) =>
  rowsOf(...Object.entries(files).map(([name, inspection]) => ({ name, inspection })));

const namesIn = (rows: readonly FileRow[], phase: Parameters<typeof rowGroups>[1] = 'review') =>
  rowGroups(rows, phase).map(({ kind, rows: own }) => [kind, ...own.map(({ name }) => name)]);

const mixed = () =>
  rowsFor({
    'senr.txt': textOf('SENR', '2022-23'),
    'scsc.txt': large(),
    'sinf.txt': empty(),
    'SCTE 2022-23.txt': twoLeas(),
    'SELA 2022-23.txt': textOf('SELA', '2022-23'),
    'SPRG 2022-23.txt': withLf(),
    'crsc.txt': textOf('CRSC', '2021-22'),
  });

describe('the groups of the list', () => {
  it('come in the order in which they need the person', () => {
    expect(namesIn(mixed())).toEqual([
      ['problem', 'sinf.txt'],
      ['worth a look', 'SCTE 2022-23.txt'],
      ['renamed', 'crsc.txt', 'senr.txt'],
      ['zipped', 'scsc.txt'],
      ['as they are', 'SELA 2022-23.txt', 'SPRG 2022-23.txt'],
    ]);
  });

  it('are open where the person is needed, and closed where all is routine', () => {
    const open = rowGroups(mixed(), 'review').filter(({ isOpen }) => isOpen);
    expect(open.map(({ kind }) => kind)).toEqual(['problem', 'worth a look']);
  });

  it('show the details of one file alone', () => {
    const groups = rowGroups(rowsFor({ 'senr.txt': textOf('SENR', '2022-23') }), 'review');
    expect(groups).toMatchObject([{ kind: 'renamed', isOpen: true, areRowsOpen: true }]);
  });

  it.each([
    [10, true],
    [11, false],
  ])('open each of %i rows that want a look: %s', (count, areRowsOpen) => {
    const [look] = rowsFor({ 'SCTE 2022-23.txt': twoLeas() });
    const rows = Array.from({ length: count }, (_, at) => ({ ...look, id: `${at}` }) as FileRow);
    expect(rowGroups(rows, 'review')).toMatchObject([{ isOpen: true, areRowsOpen }]);
  });

  it('are sorted by school year, then by type, and unknown files keep their order', () => {
    const rows = rowsFor({
      'b.txt': textOf('SPRG', '2022-23'),
      'a.txt': textOf('SPRG', '2020-21'),
      'c.txt': textOf('CRSC', '2022-23'),
      'z.txt': empty(),
      'y.txt': empty(),
    });
    expect(namesIn(rows)).toEqual([
      ['problem', 'z.txt', 'y.txt'],
      ['renamed', 'a.txt', 'c.txt', 'b.txt'],
    ]);
  });

  it('are what is on the page and what is not, once files are attached', () => {
    expect(namesIn(mixed(), 'attached').map(([kind, ...own]) => [kind, own.length])).toEqual([
      ['off the page', 1],
      ['on the page', 6],
    ]);
  });

  it('stay as they were where the page takes no files from a script', () => {
    expect(namesIn(mixed(), 'refused')).toEqual(namesIn(mixed(), 'review'));
  });

  it('keep files apart that are not checked yet', () => {
    const [row] = mixed();
    const { plan: _, ...unchecked } = row ?? {};
    expect(namesIn([unchecked as FileRow], 'checking')).toEqual([['checking', 'senr.txt']]);
  });
});

describe('the findings of a file', () => {
  const shown = (name: string, inspection: Inspection) => {
    const [row] = rowsFor({ [name]: inspection });
    if (!row) throw new Error('There is no row.');
    const { cause, others } = shownFindings(row);
    return { cause: cause?.ruleId, others: others.map(({ ruleId }) => ruleId) };
  };

  it('are one cause for a file that cannot go: an empty file is not told of its name', () => {
    expect(shown('sinf_1.csv', empty())).toEqual({ cause: 'empty-file', others: [] });
  });

  it('are the question, where only the person knows', () => {
    const years = { schoolYears: { '2021-22': 5, '2022-23': 5 } };
    expect(shown('senr_1.csv', textOf('SENR', '2022-23', years)).cause).toMatch(/^school-year/);
  });

  it('are none for a new name', () => {
    expect(shown('senr_1.txt', textOf('SENR', '2022-23'))).toEqual({
      cause: undefined,
      others: [],
    });
  });

  it('name the school years, where the old name says another one', () => {
    const [row] = rowsFor({ 'SENR 2021-22.txt.txt': textOf('SENR', '2022-23') });
    expect(row && isWorthALook(row)).toBe(true);
    expect(shown('SENR 2021-22.txt.txt', textOf('SENR', '2022-23')).others).toEqual([
      'name-not-exact',
    ]);
  });

  it('are worth a look when they warn, and not when they are harmless', () => {
    const isLookedAt = (inspection: Inspection) =>
      rowsFor({ 'a.txt': inspection }).map(isWorthALook);
    expect(isLookedAt(twoLeas())).toEqual([true]);
    expect(isLookedAt(withLf())).toEqual([false]);
    expect(isLookedAt(large())).toEqual([false]);
    expect(isLookedAt(empty())).toEqual([false]);
  });
});
