import { describe, expect, it } from 'vitest';
import type { CountedFile } from '../support/years.ts';
import { foundInYears, placesIn } from '../support/years.ts';

const found = (...files: readonly CountedFile[]) =>
  foundInYears('same-rows-as-other-year', 'SCSC', ...files);

const before = { year: '2021-22', rows: 59_894 } as const;
const after = { year: '2022-23', rows: 59_894 } as const;

describe('as many rows as a neighboring year', () => {
  it('are noted in both files, with the figure', () => {
    const note = (year: string) => ({
      ruleId: 'same-rows-as-other-year',
      level: 'note',
      words: ['finding_same_rows', { count: 59_894 }, `SCSC ${year}`],
    });
    expect(found(before, after)).toEqual([[note('2022-23')], [note('2021-22')]]);
  });

  it.each([
    ['one row more', { ...after, rows: 59_895 }],
    ['two years later', { ...after, year: '2023-24' as const }],
    ['fewer students', { ...after, students: 3900 }],
  ])('are no sign with %s', (_what, other) => {
    expect(placesIn(found({ ...before, students: 4000 }, other))).toEqual([]);
  });

  it('need as many students, if those are known for both', () => {
    expect(placesIn(found({ ...before, students: 4000 }, { ...after, students: 4000 }))).toEqual([
      0, 1,
    ]);
    expect(placesIn(found({ ...before, students: 4000 }, after))).toEqual([0, 1]);
    expect(placesIn(found(before, { ...after, students: 4000 }))).toEqual([0, 1]);
  });

  it('are no sign in small files', () => {
    expect(placesIn(found({ ...before, rows: 499 }, { ...after, rows: 499 }))).toEqual([]);
    expect(placesIn(found({ ...before, rows: 500 }, { ...after, rows: 500 }))).toEqual([0, 1]);
  });

  it('are noted in files with several years, too: one download asked for twice', () => {
    const years = { schoolYears: { '2021-22': 30_000, '2022-23': 29_894 } };
    const files = [before, after].map((file) => ({ ...file, facts: years }));
    expect(placesIn(foundInYears('same-rows-as-other-year', 'SENR', ...files))).toEqual([0, 1]);
  });

  it('are known from the checklist, but not if it is the same content', () => {
    const contentHash = 'e'.repeat(64);
    const known = { schoolYear: '2021-22', rows: 59_894, contentHash } as const;
    expect(placesIn(found({ ...after, knownYears: [known] }))).toEqual([0]);
    const same = { ...after, knownYears: [known], facts: { contentHash } };
    expect(placesIn(found(same))).toEqual([]);
  });

  it('are no sign with the same content, which another rule blocks', () => {
    const facts = { contentHash: 'e'.repeat(64) };
    expect(placesIn(found({ ...before, facts }, { ...after, facts }))).toEqual([]);
  });
});
