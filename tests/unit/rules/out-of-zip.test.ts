import { describe, expect, it } from 'vitest';
import { factsOf } from '../support/facts.ts';
import { foundInFacts } from './check.ts';

const facts = factsOf('SENR', '2022-23');

describe('a file from a zip', () => {
  it('goes on its own with one click, and the finding names the zip', () => {
    const other = { fromZip: 'all files.zip' };
    expect(foundInFacts('out-of-zip', 'SENR 2022-23.txt', facts, other)).toEqual([
      {
        ruleId: 'out-of-zip',
        level: 'block',
        words: ['finding_out_of_zip', 'all files.zip'],
        fix: 'take out',
      },
    ]);
  });

  it('is not a file that was chosen directly', () => {
    expect(foundInFacts('out-of-zip', 'SENR 2022-23.txt', facts)).toEqual([]);
  });
});
