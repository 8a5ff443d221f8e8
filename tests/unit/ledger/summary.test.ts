import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { organizationSummarySchema, summaryOf } from '../../../lib/ledger/summary.ts';
import { sentFile } from '../support/attached-file.ts';
import { counted, did, doubted, log, organization, said } from '../support/ledger.ts';

const DAY = '2023-10-24';

describe('the summary of an organization', () => {
  it('lists the files that are not sent, by school year', () => {
    const whose = organization({ rounds: [4], fileTypes: ['SENR', 'SINF'] });
    const events = log(
      did('confirmed-on-page'),
      did('attached', sentFile('SINF', '2022-23')),
      said('said-sent', 'SENR', '2021-22'),
    );
    expect(summaryOf(whose, events, DAY).open).toEqual([
      { schoolYear: '2021-22', fileTypes: ['SINF'] },
      { schoolYear: '2022-23', fileTypes: ['SINF'] },
    ]);
  });

  it('has the next step and the counts of the checklist', () => {
    const { next, counts } = summaryOf(organization(), log(did('confirmed-on-page')), DAY);
    expect(next).toEqual({ kind: 'send', fileType: 'CRSC', schoolYear: '2022-23', files: 6 });
    expect(counts).toEqual([
      { status: 'sent', count: 1 },
      { status: 'missing', count: 6 },
    ]);
  });

  it('passes its own check, whatever happened', () => {
    const entries = [
      did('attached'),
      did('confirmed-on-page', sentFile('SENR', '2022-23', { part: { number: 1, of: 3 } })),
      did('confirmed-on-page'),
      doubted(),
      counted(9),
      counted(10),
      said('said-sent', 'SINF'),
      said('email-confirmed'),
      said('reopened'),
    ];
    const kinds = [organization(), organization({ rounds: [] }), organization({ kind: 'ROC/P' })];
    fc.assert(
      fc.property(fc.subarray(entries), fc.constantFrom(...kinds), (some, whose) => {
        const summary = summaryOf(whose, log(...some), DAY);
        expect(organizationSummarySchema.parse(summary)).toEqual(summary);
      }),
    );
  });
});
