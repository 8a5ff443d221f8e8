import { describe, expect, it } from 'vitest';
import { CYCLE_2023, roundsOf, yearsToReport } from '../../../lib/requirements/reporting-cycle.ts';

describe('the reporting cycle of 2023', () => {
  it('ends on 1 November 2023 and says where it is from', () => {
    expect(CYCLE_2023.deadline).toBe('2023-11-01');
    expect(CYCLE_2023.source).toContain('2023-09-25');
  });

  it.each([
    [1, ['2018-19', '2019-20', '2020-21', '2021-22']],
    [2, ['2019-20', '2020-21', '2021-22', '2022-23']],
    [3, ['2020-21', '2021-22', '2022-23']],
    [4, ['2021-22', '2022-23']],
    [5, ['2022-23']],
  ])('asks round %i for its years, word for word', (round, years) => {
    expect(yearsToReport(CYCLE_2023, [round])).toEqual(years);
  });

  it('has the five rounds', () => {
    expect(roundsOf(CYCLE_2023)).toEqual([1, 2, 3, 4, 5]);
  });

  it('asks for the union of several rounds, oldest first, each year once', () => {
    const all = ['2018-19', '2019-20', '2020-21', '2021-22', '2022-23'];
    expect(yearsToReport(CYCLE_2023, [5, 4, 3, 2, 1])).toEqual(all);
    expect(yearsToReport(CYCLE_2023, [5, 1])).toEqual(all);
    expect(yearsToReport(CYCLE_2023, [4, 4])).toEqual(['2021-22', '2022-23']);
  });

  it('asks nothing of no round, nor of one it does not know', () => {
    expect(yearsToReport(CYCLE_2023, [])).toEqual([]);
    expect(yearsToReport(CYCLE_2023, [9])).toEqual([]);
  });
});
