import type { FileFacts } from '../inspection/file-facts.ts';
import type { WordArg } from '../words/words.ts';
import type { Rule } from './rule.ts';
import { isYearTheirChoice } from './school-year-unknown.ts';

/**
 * Records whose year is empty or in a form that CALPADS does not write. In a file for one school
 * year, each of them may be from another one, so the person has to vouch for it.
 */
export const schoolYearUnreadable: Rule = {
  id: 'school-year-unreadable',
  about: 'records',
  level: 'warn',
  alsoLevel: 'block',
  fixes: ['choose school year'],
  check({ records, provenType, chosenYear }) {
    const places = records && yearPlaces(records, 'no school year');
    if (!places || !provenType) return undefined;
    if (chosenYear || isYearTheirChoice(provenType)) {
      return { words: ['finding_school_year_unreadable', ...places] };
    }
    return {
      level: 'block',
      words: ['finding_school_year_unreadable_ask', ...places, provenType],
      fix: 'choose school year',
    };
  },
};

const LINES_SHOWN = 5;

/** How many records, of how many, and the first of their lines. */
export function yearPlaces(
  records: FileFacts,
  oddity: 'no school year' | 'padded school year',
): readonly [WordArg, WordArg, WordArg] | undefined {
  const odd = records.oddities[oddity];
  if (!odd) return undefined;
  const counts = [...Object.values(records.odsRecords), ...Object.values(records.sisRecords)];
  const all = counts.reduce((sum, count) => sum + count, 0);
  const lines = { list: odd.firstLines.slice(0, LINES_SHOWN).map(String) };
  return [{ count: odd.count }, { count: all }, lines];
}
