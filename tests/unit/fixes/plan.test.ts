import { expect, it, describe as suite } from 'vitest';
import type { FileLabel } from '../../../lib/calpads/file-label.ts';
import type { FileType } from '../../../lib/calpads/file-types.ts';
import type { SchoolYear } from '../../../lib/calpads/school-year.ts';
import type { FilePlan } from '../../../lib/fixes/plan.ts';
import { describe, planFile } from '../../../lib/fixes/plan.ts';
import type { Inspection } from '../../../lib/inspection/inspection.ts';
import { checkFiles } from '../../../lib/rules/check-files.ts';
import type { InspectedFile } from '../../../lib/rules/checked-file.ts';
import { factsOf, textOf } from '../support/facts.ts';

const SENR: FileLabel = { fileType: 'SENR', schoolYear: '2022-23', order: 'type first' };
const TWO_YEARS = { schoolYears: { '2021-22': 5, '2022-23': 5 } } as const;

function planOf(
  name: string,
  inspection: Inspection = textOf('SENR', '2022-23'),
  other: Partial<InspectedFile> = {},
): FilePlan | undefined {
  const [result] = checkFiles([{ id: 'a', name, inspection, ...other }]);
  return result && planFile(result);
}

function zip(entryName = 'SENR 2022-23.txt'): Inspection {
  const facts = factsOf('SENR', '2022-23');
  return {
    kind: 'archive',
    facts: factsOf('SENR', '2022-23', { container: 'zip', odsRecords: {} }),
    archive: { entries: [{ name: entryName, facts }] },
  };
}

suite('planFile', () => {
  it('lets a good file go as it is, with the word order of its name', () => {
    expect(planOf('SENR 2022-23.txt')).toEqual({
      kind: 'can go',
      label: SENR,
      name: 'SENR 2022-23.txt',
      steps: [],
    });
    expect(planOf('2022-23 SENR.txt')).toMatchObject({ name: '2022-23 SENR.txt', steps: [] });
  });

  it.each(['senr_2022_2023 (1).txt', 'download.txt', 'SENR 2022-23', 'SENR 2022-23.TXT', 'a.csv'])(
    'renames %s',
    (name) => {
      expect(planOf(name)).toMatchObject({ name: 'SENR 2022-23.txt', steps: ['rename'] });
    },
  );

  it('zips a file that is too large, and renames it if needed', () => {
    const large = textOf('SENR', '2022-23', { bytes: 30_000_001 });
    expect(planOf('SENR 2022-23.txt', large)).toMatchObject({
      name: 'SENR 2022-23.zip',
      steps: ['zip'],
    });
    expect(planOf('senr.csv', large)).toMatchObject({
      name: 'SENR 2022-23.zip',
      steps: ['rename', 'zip'],
    });
  });

  it('splits a file that is too large even when zipped, and zips each part under the same name', () => {
    const large = textOf('SENR', '2022-23', { bytes: 400_000_000 });
    expect(planOf('SENR 2022-23.txt', large, { zippedBytes: 30_000_001 })).toMatchObject({
      name: 'SENR 2022-23.zip',
      steps: ['zip parts'],
    });
    expect(planOf('SENR 2022-23.txt', large, { zippedBytes: 30_000_000 })).toMatchObject({
      steps: ['zip'],
    });
  });

  it('splits a large file into texts if the person prefers', () => {
    const large = textOf('SENR', '2022-23', { bytes: 30_000_001 });
    for (const other of [{}, { zippedBytes: 30_000_001 }]) {
      expect(planOf('SENR 2022-23.txt', large, { ...other, wantsTextParts: true })).toMatchObject({
        name: 'SENR 2022-23.txt',
        steps: ['text parts'],
      });
    }
  });

  it('sends a file from a zip on its own', () => {
    const inspection = textOf('SENR', '2022-23');
    expect(planOf('SENR 2022-23.txt', inspection, { fromZip: 'files.zip' })).toMatchObject({
      name: 'SENR 2022-23.txt',
      steps: ['take out'],
    });
  });

  it('lets a good zip go, and renames one with a wrong name', () => {
    expect(planOf('SENR 2022-23.zip', zip())).toMatchObject({ steps: [] });
    for (const name of ['SENR 2022-23.txt', 'senr 2022-23.zip', 'SENR 2022-23']) {
      expect(planOf(name, zip())).toMatchObject({ name: 'SENR 2022-23.zip', steps: ['rename'] });
    }
  });

  it.each([
    ['no data', textOf('SENR', '2022-23', { emptiness: 'zero-bytes', odsRecords: {} })],
    ['a PDF', textOf('SENR', '2022-23', { container: 'pdf', odsRecords: {} })],
    ['two types', textOf('SENR', '2022-23', { odsRecords: { SENR: 5, SINF: 5 } })],
    ['another type than its name says', textOf('SINF', '2022-23')],
    ['a zip with another name inside', zip('x.txt')],
    ['a file that cannot be read', { kind: 'unreadable', reason: 'gone' }],
  ] as const)('holds %s', (_what, inspection) => {
    expect(planOf('SENR 2022-23.txt', inspection)).toEqual({ kind: 'held' });
  });

  it('holds a file that no click can fix, even if a click could fix another problem', () => {
    const scte = textOf('SCTE', '2021-22', TWO_YEARS);
    expect(planOf('scte 2022-23.csv', scte)).toEqual({ kind: 'held' });
  });

  it('asks for the school year, and lets the file go after the answer', () => {
    const inspection = textOf('SENR', '2022-23', TWO_YEARS);
    expect(planOf('download.txt', inspection)).toEqual({ kind: 'asks school year' });
    expect(planOf('download.txt', inspection, { chosenYear: '2021-22' })).toMatchObject({
      kind: 'can go',
      name: 'SENR 2021-22.txt',
      steps: ['rename'],
    });
  });

  it.each(['download.csv', 'download', 'download.txt.txt'])(
    'also asks for the school year of %s, because the same click renames it',
    (name) => {
      const inspection = textOf('SENR', '2022-23', TWO_YEARS);
      expect(planOf(name, inspection)).toEqual({ kind: 'asks school year' });
      expect(planOf(name, inspection, { chosenYear: '2022-23' })).toMatchObject({
        name: 'SENR 2022-23.txt',
        steps: ['rename'],
      });
    },
  );

  it('asks for the year of a file with the label of another year, and renames it', () => {
    const inspection = textOf('SINF', '2022-23');
    expect(planOf('SINF 2018-19.txt', inspection)).toEqual({ kind: 'asks school year' });
    expect(planOf('SINF 2018-19.txt', inspection, { chosenYear: '2022-23' })).toMatchObject({
      kind: 'can go',
      name: 'SINF 2022-23.txt',
      steps: ['rename'],
    });
  });

  it('lets a file with only a warning go', () => {
    const inspection = textOf('SENR', '2022-23', TWO_YEARS);
    expect(planOf('SENR 2022-23.txt', inspection)).toMatchObject({ kind: 'can go', steps: [] });
  });
});

suite('describe', () => {
  const describeLabels = (...labels: readonly FileLabel[]) =>
    describe(labels.map((label) => ({ label })));

  const label = (fileType: FileType, schoolYear: SchoolYear, order: FileLabel['order']) => ({
    fileType,
    schoolYear,
    order,
  });

  it('says nothing without a file', () => {
    expect(describe([])).toBe('');
  });

  it("says one file's label in the word order of its name", () => {
    expect(describeLabels(SENR)).toBe('SENR 2022-23');
    expect(describeLabels({ ...SENR, order: 'year first' })).toBe('2022-23 SENR');
  });

  it('says the year once for files from one year', () => {
    const crsc = label('CRSC', '2022-23', 'type first');
    expect(describeLabels(crsc, SENR)).toBe('CRSC, SENR 2022-23');
    expect(describeLabels(crsc, { ...SENR, order: 'year first' })).toBe('CRSC, SENR 2022-23');
  });

  it('says each label in full for files from several years', () => {
    const before = label('SENR', '2021-22', 'type first');
    expect(describeLabels(before, SENR)).toBe('SENR 2021-22, SENR 2022-23');
  });

  it('says which part of a file it is', () => {
    const part = { number: 1, of: 3 };
    expect(describe([{ label: SENR, part }])).toBe('SENR 2022-23 part 1 of 3');
    expect(
      describe([{ label: SENR, part }, { label: label('CRSC', '2022-23', 'type first') }]),
    ).toBe('SENR 2022-23 part 1 of 3, CRSC 2022-23');
  });
});
