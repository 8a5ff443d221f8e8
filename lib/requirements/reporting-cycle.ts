import type { SchoolYear } from '../calpads/school-year.ts';
import { bySchoolYear, schoolYearFrom } from '../calpads/school-year.ts';

/** The school years that each funding round has to report by one deadline. */
export interface ReportingCycle {
  /** The calendar year of its deadline; cycles are named by it. */
  readonly year: number;
  /** ISO date. */
  readonly deadline: string;
  readonly yearsOfRound: Readonly<Record<number, readonly SchoolYear[]>>;
  /** `projected`: by the rule below; the program has not published this table. */
  readonly standing: 'published' | 'projected';
}

/**
 * Word for word from the upload webinar of 25 September 2023, "Step 3", and its deadline ("When is
 * the deadline to submit the data?").
 */
export const CYCLE_2023: ReportingCycle = {
  year: 2023,
  deadline: '2023-11-01',
  yearsOfRound: {
    1: ['2018-19', '2019-20', '2020-21', '2021-22'],
    2: ['2019-20', '2020-21', '2021-22', '2022-23'],
    3: ['2020-21', '2021-22', '2022-23'],
    4: ['2021-22', '2022-23'],
    5: ['2022-23'],
  },
  standing: 'published',
};

/** Round 1 was awarded for 2018-19, and every later round one year after the one before. */
const FIRST_AWARD_YEAR = 2018;
const YEARS_PER_ROUND = 4;

/**
 * A cycle whose table is not published, by the rule that all five rows of the 2023 table follow: a
 * round covers four school years from its award year on, cut off at the last one completed before
 * the deadline. The month and day of the deadline are those of 2023.
 */
export function projectCycle(year: number): ReportingCycle {
  const lastFirstYear = year - 1;
  const rounds = Math.max(0, lastFirstYear - FIRST_AWARD_YEAR + 1);
  const yearsOfRound = Object.fromEntries(
    Array.from({ length: rounds }, (_, index) => {
      const award = FIRST_AWARD_YEAR + index;
      const count = Math.min(YEARS_PER_ROUND, lastFirstYear - award + 1);
      return [index + 1, Array.from({ length: count }, (_, more) => schoolYearFrom(award + more))];
    }),
  );
  return { year, deadline: `${year}-11-01`, yearsOfRound, standing: 'projected' };
}

export function cycleOf(year: number): ReportingCycle {
  return year === CYCLE_2023.year ? CYCLE_2023 : projectCycle(year);
}

/**
 * The cycle that people work on in a calendar year: its deadline is in November, and late files are
 * still sent until the year is over.
 * @param today ISO date
 */
export function cycleYearOn(today: string): number {
  return Math.max(CYCLE_2023.year, Number(today.slice(0, 4)));
}

/** The union of the rounds' years, oldest first. */
export function yearsToReport(cycle: ReportingCycle, rounds: readonly number[]): SchoolYear[] {
  const years = rounds.flatMap((round) => cycle.yearsOfRound[round] ?? []);
  return [...new Set(years)].toSorted(bySchoolYear);
}

export function roundsOf(cycle: ReportingCycle): number[] {
  return Object.keys(cycle.yearsOfRound).map(Number);
}
