import { describe, expect, it } from 'vitest';
import { FILE_TYPES } from '../../../lib/calpads/file-types.ts';
import {
  CYCLE_2023,
  cycleOf,
  cycleYearOn,
  projectCycle,
  roundsOf,
  yearsToReport,
} from '../../../lib/requirements/reporting-cycle.ts';

/** Word for word from the webinar of 25 September 2023, and the files that make. */
const TABLE_2023 = [
  [1, ['2018-19', '2019-20', '2020-21', '2021-22'], 28],
  [2, ['2019-20', '2020-21', '2021-22', '2022-23'], 28],
  [3, ['2020-21', '2021-22', '2022-23'], 21],
  [4, ['2021-22', '2022-23'], 14],
  [5, ['2022-23'], 7],
] as const;
const ALL = ['2018-19', '2019-20', '2020-21', '2021-22', '2022-23'];

describe('the reporting cycle of 2023', () => {
  it('ends on 1 November 2023 and is published', () => {
    expect(CYCLE_2023).toMatchObject({
      year: 2023,
      deadline: '2023-11-01',
      standing: 'published',
    });
  });

  it.each(TABLE_2023)('asks round %i for %j: %i files', (round, years, files) => {
    expect(yearsToReport(CYCLE_2023, [round])).toEqual(years);
    expect(yearsToReport(CYCLE_2023, [round]).length * FILE_TYPES.length).toBe(files);
  });

  it('has the five rounds; all together are 35 files', () => {
    expect(roundsOf(CYCLE_2023)).toEqual([1, 2, 3, 4, 5]);
    const years = yearsToReport(CYCLE_2023, [1, 2, 3, 4, 5]);
    expect(years).toEqual(ALL);
    expect(years.length * FILE_TYPES.length).toBe(35);
  });

  it('asks for the union of several rounds, oldest first, each year once', () => {
    expect(yearsToReport(CYCLE_2023, [5, 4, 3, 2, 1])).toEqual(ALL);
    expect(yearsToReport(CYCLE_2023, [5, 1])).toEqual(ALL);
    expect(yearsToReport(CYCLE_2023, [4, 4])).toEqual(['2021-22', '2022-23']);
  });

  it('asks nothing of no round, nor of one it does not know', () => {
    expect(yearsToReport(CYCLE_2023, [])).toEqual([]);
    expect(yearsToReport(CYCLE_2023, [9])).toEqual([]);
  });
});

describe('the rule for cycles that are not published', () => {
  it('gives the table of 2023, row by row', () => {
    expect(projectCycle(2023).yearsOfRound).toEqual(CYCLE_2023.yearsOfRound);
    expect(projectCycle(2023).deadline).toBe(CYCLE_2023.deadline);
  });

  it('goes on with round 6 in 2024', () => {
    const cycle = projectCycle(2024);
    expect(cycle).toMatchObject({ year: 2024, deadline: '2024-11-01', standing: 'projected' });
    expect(cycle.yearsOfRound).toEqual({
      1: ['2018-19', '2019-20', '2020-21', '2021-22'],
      2: ['2019-20', '2020-21', '2021-22', '2022-23'],
      3: ['2020-21', '2021-22', '2022-23', '2023-24'],
      4: ['2021-22', '2022-23', '2023-24'],
      5: ['2022-23', '2023-24'],
      6: ['2023-24'],
    });
  });

  it('gives round 6 its fourth and last year in 2027', () => {
    const years = ['2023-24', '2024-25', '2025-26', '2026-27'];
    expect(yearsToReport(projectCycle(2026), [6])).toEqual(years.slice(0, 3));
    expect(yearsToReport(projectCycle(2027), [6])).toEqual(years);
    expect(yearsToReport(projectCycle(2030), [6])).toEqual(years);
  });

  it('asks for no year that is not over by the deadline, and for four at most', () => {
    for (let year = 2023; year <= 2040; year++) {
      const cycle = projectCycle(year);
      expect(roundsOf(cycle)).toHaveLength(year - 2018);
      for (const years of Object.values(cycle.yearsOfRound)) {
        expect(years.length).toBeGreaterThan(0);
        expect(years.length).toBeLessThanOrEqual(4);
        expect(Number(years.at(-1)?.slice(0, 4))).toBeLessThan(year);
      }
    }
  });

  it('has no rounds before the first was awarded', () => {
    expect(roundsOf(projectCycle(2018))).toEqual([]);
  });
});

describe('the cycle of a year', () => {
  it('is the published one where there is one', () => {
    expect(cycleOf(2023)).toBe(CYCLE_2023);
    expect(cycleOf(2024)).toEqual(projectCycle(2024));
  });

  it.each([
    ['2023-09-25', 2023],
    ['2023-12-31', 2023],
    ['2024-01-01', 2024],
    ['2026-11-24', 2026],
    ['2019-05-01', 2023],
  ])('on %s is that of %i', (today, year) => {
    expect(cycleYearOn(today)).toBe(year);
  });
});
