import { describe, expect, it } from 'vitest';
import type { SentSet } from '../../../lib/rules/label-part.ts';
import { factsOf } from '../support/facts.ts';
import { lines, record } from '../support/records.ts';
import { found, foundInFacts } from './check.ts';

const ID = 'which-part';
const SENT: SentSet = {
  fileType: 'SCSC',
  schoolYear: '2022-23',
  set: 'e'.repeat(64),
  of: 2,
  sent: [{ number: 1, contentHash: 'a'.repeat(64) }],
};
const scsc = () => factsOf('SCSC', '2022-23');
const foundFor = (name: string, other = {}) => foundInFacts(ID, name, scsc(), other);

describe('one part alone', () => {
  it.each(['SCSC 2022-23 part 2.txt', 'SCSC 2022-23 (2 of 3).txt', 'SCSC_pt2.txt'])(
    'asks what it is: %s',
    (name) => {
      expect(foundFor(name)).toEqual([
        {
          ruleId: ID,
          level: 'block',
          words: ['finding_part_alone', { count: 2 }, 'SCSC 2022-23'],
          fix: 'say which part',
        },
      ]);
    },
  );

  it.each(['SCSC 2022-23.txt', 'SCSC_2.txt', 'SCSC 2022-23 (2).txt'])(
    'is no file whose name does not say so: %s',
    (name) => {
      expect(foundFor(name)).toEqual([]);
    },
  );

  it.each([['whole'], [{ number: 2, of: 2 }]])('asks no more once answered: %j', (saysPart) => {
    expect(foundFor('SCSC 2022-23 part 2.txt', { saysPart })).toEqual([]);
  });

  it('is not alone when another part is chosen or was sent', async () => {
    const part = (number: number) => ({
      name: `SCSC 2022-23 part ${number}.txt`,
      content: lines(...Array.from({ length: number }, () => record('SCSC'))),
    });
    expect(await found(ID, part(1), part(2))).toEqual([]);
    expect(foundFor('SCSC 2022-23 part 2.txt', { sentSets: [SENT] })).toEqual([]);
  });

  it('asks when that part was sent with another content, or the count is another', () => {
    expect(foundFor('SCSC 2022-23 part 1.txt', { sentSets: [SENT] })).toHaveLength(1);
    expect(foundFor('SCSC 2022-23 part 3.txt', { sentSets: [SENT] })).toHaveLength(1);
    expect(foundFor('SCSC 2022-23 part 2 of 3.txt', { sentSets: [SENT] })).toHaveLength(1);
  });
});

describe('a file after some parts of its label', () => {
  it('asks whether it is one of them, until all are sent', () => {
    expect(foundFor('SCSC 2022-23.txt', { sentSets: [SENT] })).toMatchObject([
      { level: 'block', words: ['finding_part_or_whole', 'SCSC 2022-23'], fix: 'say which part' },
    ]);
    const all = { ...SENT, sent: [...SENT.sent, { number: 2, contentHash: 'b'.repeat(64) }] };
    expect(foundFor('SCSC 2022-23.txt', { sentSets: [all] })).toEqual([]);
  });

  it('asks nothing about another label', () => {
    const other = { ...SENT, schoolYear: '2021-22' as const };
    expect(foundFor('SCSC 2022-23.txt', { sentSets: [other] })).toEqual([]);
  });
});
