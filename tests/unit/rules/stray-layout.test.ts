import { describe, expect, it } from 'vitest';
import type { FileType } from '../../../lib/calpads/file-types.ts';
import { schoolYearFrom } from '../../../lib/calpads/school-year.ts';
import { checkFiles } from '../../../lib/rules/check-files.ts';
import { textOf } from '../support/facts.ts';

/** Files chosen together, one for each school year. Each has one number of fields, or several. */
function stray(fileType: FileType, ...layouts: readonly (number | readonly number[])[]) {
  const files = layouts.map((layout, at) => {
    const schoolYear = schoolYearFrom(2018 + at);
    const fieldCounts = Object.fromEntries([layout].flat().map((count) => [count, 10]));
    const name = `${fileType} ${schoolYear}.txt`;
    return { id: String(at), name, inspection: textOf(fileType, schoolYear, { fieldCounts }) };
  });
  return checkFiles(files).map(({ findings }) =>
    findings.filter(({ ruleId }) => ruleId === 'stray-layout'),
  );
}

/** The positions of the files that have the note. */
const strays = (...given: Parameters<typeof stray>) =>
  stray(...given).flatMap((findings, at) => (findings.length > 0 ? [at] : []));

describe('the layout of another day', () => {
  it('is noted in the file that has it, with both numbers of fields', () => {
    const note = {
      ruleId: 'stray-layout',
      level: 'note',
      words: ['finding_stray_layout', { count: 36 }, 'SENR', { count: 37 }],
    };
    expect(stray('SENR', 37, 36, 37)).toEqual([[], [note], []]);
  });

  it('is the one that fewer files have, even if it is the newer one', () => {
    expect(strays('SINF', 44, 44, 52)).toEqual([2]);
    expect(strays('SINF', 52, 44, 51, 52)).toEqual([1, 2]);
  });

  it.each([
    ['CRSC', 38, 29],
    ['SCSC', 23, 22],
    ['SELA', 18, 17],
    ['SENR', 36, 41],
    ['SENR', 37, 35],
    ['SINF', 52, 51],
  ] as const)('is the older one of two %s files, with %i and %i fields', (type, newer, older) => {
    expect(strays(type, newer, older)).toEqual([1]);
    expect(strays(type, older, newer)).toEqual([0]);
  });

  it.each([
    ['one file', 'SENR', [37]],
    ['files with one layout, whatever their years', 'SINF', [52, 52, 52, 52, 52]],
    ['the layouts that field-count warns about', 'SENR', [37, 40]],
    ['a file whose records differ', 'SENR', [37, [36, 37]]],
    ['a file without records', 'SENR', [37, []]],
  ] as const)('is not in %s', (_what, type, layouts) => {
    expect(strays(type, ...layouts)).toEqual([]);
  });

  it('is not found between different types', () => {
    const files = (['SENR', 'SINF', 'CRSC'] as const).map((type) => ({
      id: type,
      name: `${type} 2022-23.txt`,
      inspection: textOf(type, '2022-23'),
    }));
    expect(checkFiles(files).flatMap(({ findings }) => findings)).toEqual([]);
  });
});
