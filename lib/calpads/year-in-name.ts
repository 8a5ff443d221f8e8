import type { SchoolYear } from './school-year.ts';
import { parseSchoolYear, schoolYearFrom } from './school-year.ts';

/** A school year that a file name mentions. */
export interface YearMention {
  readonly schoolYear: SchoolYear;
  /**
   * `guess`: the digits may mean something else. `10-11` may be a day or grades, `1718` a time, and
   * `FY22` the fiscal year that ends or begins in 2022.
   */
  readonly trust: 'sure' | 'guess';
}

/** Digits in a name, with the text on both sides up to the next digits. */
interface Digits {
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

/** Dashes of all kinds: a word processor or a phone inserts others than the plain hyphen. */
const DASHES = '\\u2010-\\u2015\\u2212\\uFE63\\uFF0D-';
const BETWEEN_YEARS = new RegExp(
  `^[\\s_./'’${DASHES}]*(?:(?:to|thru|through)[\\s_./'’${DASHES}]*)?$`,
  'i',
);
const ONLY_BLANKS = /^\s+$/;
/** One of these between numbers may make them a date: `2010-11-05`, `10_11_23`. */
const DATE_SEPARATOR = new RegExp(`^[_./${DASHES}]$`);
/** Fiscal, school or academic year. People name it by the calendar year in which it ends. */
const YEAR_WORD = /(?<![A-Za-z])[FSA]Y[\s_'’-]*$/i;

/** The one school year that a name mentions. A mention that is sure counts before a guess. */
export function yearInName(stem: string): YearMention | undefined {
  const mentions = yearsMentioned(stem);
  const sure = mentions.filter(({ trust }) => trust === 'sure');
  const [first, ...others] = sure.length > 0 ? sure : mentions;
  const isOnlyOne = others.every(({ schoolYear }) => schoolYear === first?.schoolYear);
  return isOnlyOne ? first : undefined;
}

function yearsMentioned(stem: string): YearMention[] {
  const digits = digitsIn(stem);
  const mentions: YearMention[] = [];
  for (let at = 0; at < digits.length; at += 1) {
    const pair = pairOf(digits, at);
    const mention = pair ?? joinedYears(digits, at) ?? yearAfterWord(digits[at]);
    if (mention) mentions.push(mention);
    if (pair) at += 1;
  }
  return mentions;
}

function digitsIn(stem: string): Digits[] {
  const texts = stem.match(/\d+/g) ?? [];
  const around = stem.split(/\d+/);
  return texts.map((text, at) => ({
    text,
    before: around[at] ?? '',
    after: around[at + 1] ?? '',
  }));
}

/** Two numbers side by side: `2022-23`, `2022 to 2023`, `22_23`. */
function pairOf(digits: readonly Digits[], at: number): YearMention | undefined {
  const [first, second] = [digits[at], digits[at + 1]];
  if (!first || !second || !BETWEEN_YEARS.test(first.after)) return undefined;
  if (/^20\d\d$/.test(first.text) && /^(20)?\d\d$/.test(second.text)) {
    const isDate = Number(second.text) <= 12 && isDateBeside(second.after, digits[at + 2], [2]);
    return isDate ? undefined : mentionOf(`${first.text}-${second.text}`, 'sure');
  }
  if (first.text.length !== 2 || second.text.length !== 2) return undefined;
  if (isDateBeside(first.before, digits[at - 1], [1, 2, 4])) return undefined;
  if (isDateBeside(second.after, digits[at + 2], [2, 4])) return undefined;
  // No month is above 12, and no school has such a grade.
  const isSure = Number(first.text) > 12 && !ONLY_BLANKS.test(first.after);
  return mentionOf(`20${first.text}-${second.text}`, isSure ? 'sure' : 'guess');
}

/**
 * Whether the number beside two numbers makes them a date. A job number is too long for that, and a
 * single digit after them is the number of a copy.
 */
function isDateBeside(
  separator: string,
  neighbor: Digits | undefined,
  lengths: readonly number[],
): boolean {
  return DATE_SEPARATOR.test(separator) && lengths.includes(neighbor?.text.length ?? 0);
}

/** One number for both years: `20222023`, `202223`, `2223`. */
function joinedYears(digits: readonly Digits[], at: number): YearMention | undefined {
  const { text = '', before = '' } = digits[at] ?? {};
  if (text.length === 8) return mentionOf(text, 'sure');
  if (text.length === 6) return mentionOf(`${text.slice(0, 4)}-${text.slice(4)}`, 'sure');
  const isCalendarYear = text.startsWith('20');
  const isTime = digits[at - 1]?.text.length === 8 && before.length === 1; // 20230926_1718
  if (text.length !== 4 || isCalendarYear || isTime) return undefined;
  return mentionOf(`20${text.slice(0, 2)}-${text.slice(2)}`, 'guess');
}

/** `FY22` is the year from July 2021 to June 2022. */
function yearAfterWord(digits: Digits | undefined): YearMention | undefined {
  const { text = '', before = '' } = digits ?? {};
  if (!/^(20)?\d\d$/.test(text) || !YEAR_WORD.test(before)) return undefined;
  const lastYear = 2000 + Number(text.slice(-2));
  return mentionOf(schoolYearFrom(lastYear - 1), 'guess');
}

function mentionOf(years: string, trust: YearMention['trust']): YearMention | undefined {
  const schoolYear = parseSchoolYear(years);
  return schoolYear && { schoolYear, trust };
}
