import { describe, expect, it } from 'vitest';
import { readDistricts } from '../../../lib/ledger/pasted-districts.ts';
import type { DistrictsPlan } from '../../../lib/ledger/plan-districts.ts';
import { newOnes, planDistricts, planOrganizations } from '../../../lib/ledger/plan-districts.ts';
import type { Organization } from '../../../lib/requirements/organization.ts';
import { countingIds, uuid } from '../support/attached-file.ts';
import { organization } from '../support/ledger.ts';

const planned = (text: string, here: readonly Organization[] = []) =>
  planOrganizations(text, here, 2026, countingIds());

/** Each row in short: `new`, `known`, or the key of the reason. */
function verdicts(plan: DistrictsPlan<unknown>): string[] {
  if (plan.kind === 'refused') return [plan.why[0]];
  return plan.rows.map((row) => (row.kind === 'refused' ? row.why[0] : row.kind));
}

function made(text: string): Partial<Organization>[] {
  const plan = planned(text);
  if (plan.kind === 'refused') throw new Error(plan.why[0]);
  return newOnes(plan.rows).map(({ name, reportingLea, rounds }) => ({
    name,
    ...(reportingLea && { reportingLea }),
    rounds,
  }));
}

describe('a pasted table of districts', () => {
  it('is read by its column names, in any order and in both languages', () => {
    const row = { line: 2, name: 'Oak Hills', lea: '0199901', rounds: '4', contact: 'a@b.example' };
    for (const names of ['Rounds\tLEA Code\tDistrict\tE-mail', 'Ronda\tCódigo\tDistrito\tCorreo']) {
      expect(readDistricts(`${names}\n4\t0199901\tOak Hills\ta@b.example`)).toEqual({
        rows: [row],
        ignored: [],
      });
    }
  });

  it('says which columns do not count', () => {
    const table = readDistricts('District\tCounty\tRound\nOak\tSolano\t5');
    expect(table?.ignored).toEqual(['County']);
    expect(table?.rows[0]).toMatchObject({ name: 'Oak', rounds: '5', lea: '' });
  });

  it('is read without column names by what the cells hold', () => {
    const rows = readDistricts(
      'Oak Hills\t48-99901\tRound 4, 5\nana@elm.example\t\tElm Unified\n5 Keys Charter',
    )?.rows;
    expect(rows).toEqual([
      { line: 1, name: 'Oak Hills', lea: '48-99901', rounds: 'Round 4, 5', contact: '' },
      { line: 2, name: 'Elm Unified', lea: '', rounds: '', contact: 'ana@elm.example' },
      { line: 3, name: '5 Keys Charter', lea: '', rounds: '', contact: '' },
    ]);
  });

  it('keeps a comma in a name, unless commas part the column names', () => {
    expect(readDistricts('Oak Hills, Solano County')?.rows[0]?.name).toBe(
      'Oak Hills, Solano County',
    );
    expect(readDistricts('District,LEA\n"Oak, Solano",1234567')?.rows[0]).toMatchObject({
      name: 'Oak, Solano',
      lea: '1234567',
    });
  });

  it('counts lines as they stand in the text, past blank ones', () => {
    expect(readDistricts('\r\nOak\r\n\r\nElm\r\n')?.rows.map(({ line }) => line)).toEqual([2, 4]);
  });
});

describe('organizations from a pasted table', () => {
  it('have their name, LEA code and rounds', () => {
    expect(
      made('District\tLEA\tRounds\nOak\t0199901\t5, 1 and 3\nElm\t01 99902 0000000\t\nFir\t\t4'),
    ).toEqual([
      { name: 'Oak', reportingLea: '0199901', rounds: [1, 3, 5] },
      { name: 'Elm', reportingLea: '0199902', rounds: [] },
      { name: 'Fir', rounds: [4] },
    ]);
  });

  it('work towards the deadline of the given cycle', () => {
    const plan = planned('Oak');
    expect(plan.kind === 'read' && newOnes(plan.rows)[0]?.cycle).toBe(2026);
  });

  it.each([
    ['is here by its name', 'maple  LEAF unified\t1234567', 'known'],
    ['has a code that is taken', 'Oak\t0199901', 'setup_lea_taken'],
    ['lost a leading zero', 'Oak\t199901', 'setup_lea_length'],
    ['has a code with letters', 'Name\tLEA\nOak\t12A4567', 'setup_lea_not_digits'],
    ['has a range for rounds', 'Name\tRounds\nOak\t1-3', 'setup_round_unknown'],
    ['has a round that does not exist', 'Oak\t\t99', 'setup_round_unknown'],
    ['has no name', 'Name\tLEA\n\t1234567', 'paste_rows_no_name'],
    ['has a name that is too long', 'x'.repeat(121), 'paste_rows_long'],
  ])('leave a row out and say why: it %s', (_why, text, verdict) => {
    expect(verdicts(planned(text, [organization()]))).toEqual([verdict]);
  });

  it('are added once, even if they stand twice in the table', () => {
    expect(verdicts(planned('Oak\t1234567\nOAK\nElm\t1234567'))).toEqual([
      'new',
      'known',
      'setup_lea_taken',
    ]);
  });

  it.each([
    ['nothing', ' \n\n', 'paste_rows_none'],
    ['column names alone', 'District\tLEA', 'paste_rows_none'],
    ['a whole book', 'Oak\n'.repeat(100_000), 'paste_rows_too_many'],
  ])('are not read from %s', (_what, text, verdict) => {
    expect(verdicts(planned(text))).toEqual([verdict]);
  });
});

describe('districts from a pasted table', () => {
  const here = [{ id: uuid(1), name: 'Oak Hills', contact: '', done: ['MOU' as const] }];

  it('have their name and contact, and nothing done', () => {
    const plan = planDistricts(
      'Oak Hills\nElm\tAna Lee\tana@elm.example\t1234567',
      here,
      countingIds(),
    );
    expect(verdicts(plan)).toEqual(['known', 'new']);
    expect(plan.kind === 'read' && newOnes(plan.rows)).toMatchObject([
      { name: 'Elm', contact: 'Ana Lee ana@elm.example', done: [] },
    ]);
  });

  it('are no more than the list holds', () => {
    const names = Array.from({ length: 201 }, (_, n) => `District ${n}`).join('\n');
    const plan = planDistricts(names, here, countingIds());
    expect(verdicts(plan).filter((one) => one === 'new')).toHaveLength(199);
    expect(verdicts(plan).at(-1)).toBe('paste_rows_full');
  });
});
