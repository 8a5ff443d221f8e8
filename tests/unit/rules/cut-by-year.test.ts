import { describe, expect, it } from 'vitest';
import { factsOf } from '../support/facts.ts';
import { foundInFacts } from './check.ts';

const facts = factsOf('SENR', '2022-23');

describe('a file that was made from one with several school years', () => {
  it('goes with one click, and the finding names the other file', () => {
    const other = { cutFrom: 'SENR ten years.txt' };
    expect(foundInFacts('cut-by-year', 'SENR 2022-23.txt', facts, other)).toEqual([
      {
        ruleId: 'cut-by-year',
        level: 'block',
        words: ['finding_cut_by_year', 'SENR ten years.txt'],
        fix: 'cut by year',
      },
    ]);
  });

  it('is not a file that was chosen', () => {
    expect(foundInFacts('cut-by-year', 'SENR 2022-23.txt', facts)).toEqual([]);
  });
});
