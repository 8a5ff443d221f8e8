import { describe, expect, it } from 'vitest';
import { factsOf } from '../support/facts.ts';
import { foundInFacts, foundInInspection } from './check.ts';

const NAME = 'SENR 2022-23.txt';
const organization = { name: 'Zqx Unified', reportingLea: '0199901' };
const of = (reportingLeas: Readonly<Record<string, number>>) =>
  foundInFacts('other-lea', NAME, factsOf('SENR', '2022-23', { reportingLeas }), { organization });

describe('an extract from another LEA than its organization in the checklist', () => {
  it('gives a warning with both, but may go', () => {
    expect(of({ '0199902': 10 })).toEqual([
      {
        ruleId: 'other-lea',
        level: 'warn',
        words: ['finding_other_lea', '0199902', 'Zqx Unified', '0199901'],
      },
    ]);
  });

  it('is recognized by the LEA in most records', () => {
    expect(of({ '0199901': 4, '0199902': 6 })).toHaveLength(1);
    expect(of({ '0199901': 6, '0199902': 4 })).toEqual([]);
  });

  it.each([
    ['of the same LEA', { '0199901': 10 }],
    ['whose records name none', {}],
  ])('is not one %s', (_what, leas) => {
    expect(of(leas)).toEqual([]);
  });

  it('gives no finding if no organization is known', () => {
    const facts = factsOf('SENR', '2022-23', { reportingLeas: { '0199902': 10 } });
    expect(foundInFacts('other-lea', NAME, facts)).toEqual([]);
  });

  it('gives no finding if there are no records to check', () => {
    const gone = { kind: 'unreadable', reason: 'gone' } as const;
    expect(foundInInspection('other-lea', NAME, gone, { organization })).toEqual([]);
  });
});
