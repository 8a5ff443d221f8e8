import type { SchoolYear } from '../calpads/school-year.ts';
import { bySchoolYear } from '../calpads/school-year.ts';

/** The school years that each funding round has to report by one deadline. */
export interface ReportingCycle {
  /** ISO date. */
  readonly deadline: string;
  readonly yearsOfRound: Readonly<Record<number, readonly SchoolYear[]>>;
  readonly source: string;
}

/** Word for word from the upload webinar of 25 September 2023, "Step 3". */
export const CYCLE_2023: ReportingCycle = {
  deadline: '2023-11-01',
  yearsOfRound: {
    1: ['2018-19', '2019-20', '2020-21', '2021-22'],
    2: ['2019-20', '2020-21', '2021-22', '2022-23'],
    3: ['2020-21', '2021-22', '2022-23'],
    4: ['2021-22', '2022-23'],
    5: ['2022-23'],
  },
  source: 'K-12 Strong Workforce Program Required Data Upload, webinar of 2023-09-25',
};

/** The union of the rounds' years, oldest first. */
export function yearsToReport(cycle: ReportingCycle, rounds: readonly number[]): SchoolYear[] {
  const years = rounds.flatMap((round) => cycle.yearsOfRound[round] ?? []);
  return [...new Set(years)].toSorted(bySchoolYear);
}

export function roundsOf(cycle: ReportingCycle): number[] {
  return Object.keys(cycle.yearsOfRound).map(Number);
}
