/** A school year as Cal-PASS Plus writes it: `2022-23`, July to June. */
export type SchoolYear = `${number}-${number}`;

const SHORT = /^(20\d{2})-(\d{2})$/;
const LONG = /^(20\d{2})-?(20\d{2})$/;

/** The school year that begins in `firstYear`, e.g. 2022 → `2022-23`. */
export function schoolYearFrom(firstYear: number): SchoolYear {
  const secondYear = String((firstYear + 1) % 100).padStart(2, '0');
  return `${firstYear}-${secondYear}` as SchoolYear;
}

/** The calendar year in which a school year begins, e.g. `2022-23` → 2022. */
export function firstCalendarYear(year: SchoolYear): number {
  return Number(year.slice(0, 4));
}

/**
 * Reads the three forms found in records and names: `2022-2023`, `20222023` and `2022-23`. Two
 * years that are not consecutive (`2022-24`) are not a school year.
 */
export function parseSchoolYear(text: string): SchoolYear | undefined {
  const match = SHORT.exec(text) ?? LONG.exec(text);
  if (!match) return undefined;
  const [, first = '', second = ''] = match;
  const year = schoolYearFrom(Number(first));
  const yearAfter = String(Number(first) + 1);
  return yearAfter.endsWith(second) ? year : undefined;
}

/** What a record's field for the academic year says. */
export interface YearField {
  /** Absent if it is empty, or not in one of the three forms. */
  readonly year?: SchoolYear;
  /** The year has blanks before or after it. CALPADS writes none. */
  readonly isPadded: boolean;
}

/**
 * Blanks around a year leave no doubt about it. Other forms do: `2022/2023` or `22-23` shows that
 * something else than CALPADS wrote the file, so they are not read.
 */
export function readYearField(text: string): YearField {
  const year = parseSchoolYear(text);
  if (year) return { year, isPadded: false };
  const inside = parseSchoolYear(text.trim());
  return inside ? { year: inside, isPadded: true } : { isPadded: false };
}

const JULY = 6;
/** A date-range extract goes back ten years (domain facts); people keep some files longer. */
const RECENT_YEARS = 15;

/** The school year that is under way on a day, and those before it, newest first. */
export function recentSchoolYears(today: Date): SchoolYear[] {
  const begun = today.getFullYear() - (today.getMonth() < JULY ? 1 : 0);
  return Array.from({ length: RECENT_YEARS }, (_, back) => schoolYearFrom(begun - back));
}

/** Oldest first. */
export function bySchoolYear(a: SchoolYear, b: SchoolYear): number {
  return firstCalendarYear(a) - firstCalendarYear(b);
}
