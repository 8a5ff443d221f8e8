import { describe, expect, it } from 'vitest';
import type { OrganizationRow } from '../../../lib/ledger/organization-rows.ts';
import {
  inOrderOf,
  isBehind,
  orderAfter,
  roundsIn,
  rowsOf,
  withRound,
} from '../../../lib/ledger/organization-rows.ts';
import { organizationsCsv } from '../../../lib/ledger/organizations-csv.ts';
import type { OrganizationSummary } from '../../../lib/ledger/summary.ts';
import { summaryOf } from '../../../lib/ledger/summary.ts';
import type { Organization } from '../../../lib/requirements/organization.ts';
import { uuid } from '../support/attached-file.ts';
import { counted, did, log, organization } from '../support/ledger.ts';

const DAY = '2023-10-24';

type Counts = Partial<Record<OrganizationSummary['counts'][number]['status'], number>>;

function row(name: string, counts: Counts, other: Partial<Organization> = {}): OrganizationRow {
  const one = organization({ id: uuid(name.length), name, ...other });
  const summary: OrganizationSummary = {
    organization: one.id,
    day: DAY,
    counts: Object.entries(counts).map(([status, count]) => ({
      status: status as keyof Counts,
      count,
    })),
    open: [],
    next: { kind: 'paste reply' },
  };
  const [made] = rowsOf([one], [summary]);
  if (!made) throw new Error('The row has its summary.');
  return made;
}

const district = (n: number, isDone: boolean) => ({
  id: uuid(n),
  name: `District ${n}`,
  contact: '',
  done: isDone ? (['uploaded'] as const) : [],
});
const namesOf = (rows: readonly OrganizationRow[]) => rows.map((one) => one.organization.name);

describe('a row of the table', () => {
  it('counts what is done, what is a problem, and when it is due', () => {
    const { progress, problems, due } = row('Maple', {
      received: 3,
      sent: 2,
      'confirmed by e-mail': 1,
      'no data': 1,
      ready: 1,
      missing: 4,
      problem: 2,
      'not sure': 1,
    });
    expect(progress).toMatchObject({ of: 'files', done: 7, all: 15 });
    expect(problems).toBe(3);
    expect(due).toBe('2023-11-01');
  });

  it('is as far as the districts are if they upload', () => {
    const districts = [district(1, true), district(2, false), district(3, true)];
    const { progress } = row('Oak ROP', { missing: 7 }, { kind: 'ROC/P', districts });
    expect(progress).toEqual({
      of: 'districts',
      done: 2,
      all: 3,
      bar: [
        { status: 'received', count: 2 },
        { status: 'missing', count: 1 },
      ],
    });
  });

  it('waits for its summary', () => {
    expect(rowsOf([organization()], [])).toEqual([]);
  });

  it.each([
    ['everything is sent', row('a', { sent: 7 }), false],
    ['a file is missing', row('a', { sent: 6, missing: 1 }), true],
    ['a file is on the page only', row('a', { sent: 6, ready: 1 }), true],
    ['there is a problem', row('a', { received: 6, problem: 1 }), true],
    ['the rounds are not known', row('a', {}, { rounds: [] }), true],
    ['a district is left', row('a', {}, { kind: 'ROC/P', districts: [district(1, false)] }), true],
    ['no district is left', row('a', {}, { kind: 'ROC/P', districts: [district(1, true)] }), false],
  ])('is behind or not: %s', (_when, one, expected) => {
    expect(isBehind(one)).toBe(expected);
  });
});

describe('the order of the rows', () => {
  const risky = [
    row('all done', { received: 7 }),
    row('half, due later', { sent: 7, missing: 7 }, { deadline: '2023-12-01' }),
    row('half, due soon', { sent: 7, missing: 7 }, { deadline: '2023-10-30' }),
    row('one problem', { received: 6, problem: 1 }),
    row('two problems', { received: 5, problem: 1, 'not sure': 1 }),
    row('nothing done', { missing: 7 }),
  ];

  it('by risk has problems first, then the fewest done, then the nearest due date', () => {
    const order = [
      'two problems',
      'one problem',
      'nothing done',
      'half, due soon',
      'half, due later',
      'all done',
    ];
    expect(namesOf(inOrderOf(risky, { by: 'risk' }))).toEqual(order);
    expect(namesOf(inOrderOf(risky.toReversed(), { by: 'risk' }))).toEqual(order);
  });

  it('by risk has those without rounds before those that are done', () => {
    const rows = [row('all done', { received: 7 }), row('no rounds', {}, { rounds: [] })];
    expect(namesOf(inOrderOf(rows, { by: 'risk' }))).toEqual(['no rounds', 'all done']);
  });

  it('by name counts as people do', () => {
    const rows = ['District 10', 'District 2', 'alder'].map((name) => row(name, {}));
    expect(namesOf(inOrderOf(rows, { by: 'name', direction: 'ascending' }))).toEqual([
      'alder',
      'District 2',
      'District 10',
    ]);
  });

  it.each([
    ['progress', 'nothing done', 'all done'],
    ['problems', 'all done', 'two problems'],
    ['due', 'half, due soon', 'half, due later'],
  ] as const)('by %s goes both ways', (by, first, last) => {
    expect(namesOf(inOrderOf(risky, { by, direction: 'ascending' }))[0]).toBe(first);
    expect(namesOf(inOrderOf(risky, { by, direction: 'descending' }))[0]).toBe(last);
  });

  it('by next step has the most urgent step first', () => {
    const steps = ['done', 'set up', 'paste reply'] as const;
    const rows = steps.map((kind) => {
      const one = row(kind, {});
      return { ...one, summary: { ...one.summary, next: { kind } } };
    });
    expect(namesOf(inOrderOf(rows, { by: 'next', direction: 'ascending' }))).toEqual([
      'set up',
      'paste reply',
      'done',
    ]);
  });

  it('turns round if the same column is chosen again', () => {
    const once = orderAfter({ by: 'risk' }, 'due');
    expect(once).toEqual({ by: 'due', direction: 'ascending' });
    const twice = orderAfter(once, 'due');
    expect(twice).toEqual({ by: 'due', direction: 'descending' });
    expect(orderAfter(twice, 'due')).toEqual(once);
    expect(orderAfter(twice, 'name')).toEqual({ by: 'name', direction: 'ascending' });
  });
});

describe('the filter by round', () => {
  const rows = [row('a', {}, { rounds: [5, 1] }), row('bb', {}, { rounds: [5] })];

  it('offers the rounds that organizations have, each once and in order', () => {
    expect(roundsIn(rows)).toEqual([1, 5]);
  });

  it('shows the organizations with that round, or all', () => {
    expect(namesOf(withRound(rows, 1))).toEqual(['a']);
    expect(withRound(rows, undefined)).toEqual(rows);
  });
});

describe('the table of all as CSV', () => {
  const lines = (rows: readonly OrganizationRow[]) => organizationsCsv(rows).split('\r\n');

  it('has a line for each organization, under the names of the fields', () => {
    const one = organization();
    const events = log(did('confirmed-on-page'), counted(9));
    const [first, second, end] = lines(rowsOf([one], [summaryOf(one, events, DAY)]));
    expect(first).toBe(
      'organization,reporting LEA,rounds,due,done,of,counted in,missing,ready,not sure,sent,confirmed by e-mail,received,problem,no data,next step',
    );
    expect(second).toBe(
      "Maple Leaf Unified,'0199901,5,2023-11-01,0,7,files,6,0,0,0,0,0,1,0,look at problem",
    );
    expect(end).toBe('');
  });

  it('makes no formula of a name', () => {
    const [, second] = lines([row('=HYPERLINK("x")', {})]);
    expect(second).toMatch(/^"'=HYPERLINK/);
  });
});
