import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FILE_TYPES } from '../../../lib/calpads/file-types.ts';
import { schoolYearFrom } from '../../../lib/calpads/school-year.ts';
import type { ChecklistCell } from '../../../lib/ledger/checklist.ts';
import { checklistOf, statusCounts, totalsOf } from '../../../lib/ledger/checklist.ts';
import type { NewEvent } from '../../../lib/ledger/events.ts';
import { inOrder, standing } from '../../../lib/ledger/events.ts';
import { organizationFor, organizationsOf } from '../../../lib/ledger/organizations.ts';
import { logs } from '../support/arbitrary-events.ts';
import { sentFile, uuid } from '../support/attached-file.ts';
import {
  because,
  CEDAR,
  counted,
  did,
  log,
  MAPLE,
  organization,
  said,
  saved,
  withdrawn,
} from '../support/ledger.ts';

const ALL_ROUNDS = organization({ rounds: [1, 2, 3, 4, 5] });
const of = (whose = organization(), ...entries: readonly NewEvent[]) =>
  checklistOf(whose, log(...entries));
const cellOf = (cells: readonly ChecklistCell[], type: string, year = '2022-23') =>
  cells.find(({ fileType, schoolYear }) => fileType === type && schoolYear === year);

/** The help desk's table of a real mail, its second year and its third alike in all seven counts. */
const REPLY = {
  '2018-19': [1027, 39_299, 152, 992, 9613, 4042, 3455],
  '2019-20': [1795, 59_894, 754, 1441, 9985, 4054, 4600],
  '2020-21': [1795, 59_894, 754, 1441, 9985, 4054, 4600],
  '2021-22': [1819, 58_591, 427, 1912, 10_246, 4071, 4009],
} as const;
const reply = Object.entries(REPLY).flatMap(([year, rows]) =>
  FILE_TYPES.map((type, place) => counted(rows[place] ?? 0, type, year as keyof typeof REPLY)),
);

describe('the checklist', () => {
  it('has a cell for each required year and type, in the order of the program', () => {
    const { years, cells } = of(ALL_ROUNDS);
    expect(years).toEqual(['2018-19', '2019-20', '2020-21', '2021-22', '2022-23']);
    expect(cells).toHaveLength(35);
    expect(cells.slice(0, 7).map(({ fileType }) => fileType)).toEqual([
      'CRSC',
      'SCSC',
      'SCTE',
      'SELA',
      'SENR',
      'SINF',
      'SPRG',
    ]);
    expect(cells.every(({ status, isRequired }) => status === 'missing' && isRequired)).toBe(true);
  });

  it('tells the cells apart by type and year', () => {
    const { cells } = of(ALL_ROUNDS, did('confirmed-on-page', sentFile('SENR', '2021-22')));
    const sent = cells.filter(({ status }) => status === 'sent');
    expect(sent).toMatchObject([{ fileType: 'SENR', schoolYear: '2021-22' }]);
  });

  it('asks only for the types that the organization reports', () => {
    const { cells } = of(organization({ fileTypes: ['SENR', 'SINF'] }));
    expect(cells.filter(({ isRequired }) => isRequired)).toHaveLength(2);
    expect(cells).toHaveLength(7);
  });

  it('still shows a year that was removed and has events, and asks nothing of it', () => {
    const removed = organization({ rounds: [4], removedYears: ['2021-22'] });
    expect(of(removed).years).toEqual(['2022-23']);
    const { years, cells } = of(removed, did('confirmed-on-page', sentFile('SENR', '2021-22')));
    expect(years).toEqual(['2021-22', '2022-23']);
    expect(cellOf(cells, 'SENR', '2021-22')).toMatchObject({ status: 'sent', isRequired: false });
    expect(totalsOf(cells)).toMatchObject({ required: 7, sent: 0, missing: 7 });
  });

  it('still shows the years of a round that was taken away', () => {
    const { years } = of(organization({ rounds: [] }), did('attached'));
    expect(years).toEqual(['2022-23']);
  });

  it('no longer shows a year whose only events were withdrawn', () => {
    const other = did('confirmed-on-page', sentFile('SENR', '2018-19'));
    expect(of(organization(), other, withdrawn(1)).years).toEqual(['2022-23']);
  });

  it('of an organization without rounds is empty', () => {
    const list = of(organization({ rounds: [] }));
    expect(list).toEqual({ years: [], cells: [], findings: [] });
    expect(totalsOf(list.cells).required).toBe(0);
  });

  it('before any organization is set up shows the years met so far', () => {
    const { years, cells } = checklistOf(undefined, log(did('attached')));
    expect(years).toEqual(['2022-23']);
    expect(cellOf(cells, 'SENR')?.status).toBe('ready');
  });

  it('remembers when the help desk was asked last, unless that was withdrawn', () => {
    const asked: NewEvent = { kind: 'asked', organization: MAPLE, schoolYears: ['2022-23'] };
    expect(of(organization(), asked, said('said-sent'), asked).askedAt).toBe(3);
    expect(of(organization(), asked, withdrawn(1)).askedAt).toBeUndefined();
    expect(of().askedAt).toBeUndefined();
  });
});

describe("the help desk's reply with two years alike", () => {
  it('makes a problem of both years, and of no other', () => {
    const { cells, findings } = of(ALL_ROUNDS, ...reply);
    expect(findings).toMatchObject([
      { kind: 'identical years', years: ['2019-20', '2020-21'] },
      // 152 rows of SCTE beside 754 in the next year.
      { kind: 'far below neighbours', schoolYear: '2018-19', fileType: 'SCTE' },
    ]);
    const problems = cells.filter(({ status }) => status === 'problem');
    expect(new Set(problems.map(({ schoolYear }) => schoolYear))).toEqual(
      new Set(['2019-20', '2020-21']),
    );
    expect(problems).toHaveLength(14);
    expect(totalsOf(cells)).toMatchObject({ received: 14, problems: 14, missing: 7 });
  });

  it('makes no problem of the one file that was replaced since', () => {
    const replaced = reply.map((event) =>
      'rows' in event && event.schoolYear === '2020-21' && event.fileType === 'SENR'
        ? { ...event, rows: 10_111 }
        : event,
    );
    const { cells } = of(ALL_ROUNDS, ...replaced);
    expect(cellOf(cells, 'SENR', '2020-21')?.status).toBe('received');
    expect(cellOf(cells, 'SENR', '2019-20')?.status).toBe('received');
    expect(cells.filter(({ status }) => status === 'problem')).toHaveLength(12);
  });

  it('is believed of a cell that someone has looked at and accepted', () => {
    const accepted = { ...because('accepted', 'checked'), schoolYear: '2019-20' } as NewEvent;
    const { cells } = of(ALL_ROUNDS, ...reply, accepted);
    expect(cellOf(cells, 'SENR', '2019-20')?.status).toBe('received');
    expect(cellOf(cells, 'SENR', '2020-21')?.status).toBe('problem');
  });

  it('is forgotten when the reply is withdrawn', () => {
    const all = reply.map((_, place) => place + 1);
    const { cells, findings } = of(ALL_ROUNDS, ...reply, withdrawn(...all));
    expect(findings).toEqual([]);
    expect(cells.every(({ status }) => status === 'missing')).toBe(true);
  });
});

/** One file of each kind: attached, sent, confirmed, received, without data, wrong. */
function ofEachKind() {
  const one = (kind: 'attached' | 'confirmed-on-page', type: (typeof FILE_TYPES)[number]) =>
    did(kind, sentFile(type));
  return of(
    organization(),
    one('attached', 'CRSC'),
    one('confirmed-on-page', 'SCSC'),
    said('email-confirmed', 'SCTE'),
    counted(10, 'SELA'),
    because('no-data', 'none'), // SENR
    one('confirmed-on-page', 'SINF'),
    counted(9, 'SINF'),
  );
}

describe('the totals', () => {
  it('count every required cell once', () => {
    const { cells } = ofEachKind();
    expect(totalsOf(cells)).toEqual({
      required: 7,
      received: 1,
      sent: 2,
      missing: 2,
      problems: 1,
      noData: 1,
    });
  });

  it('add up, whatever happened', () => {
    fc.assert(
      fc.property(logs(), (events) => {
        const { required, ...parts } = totalsOf(checklistOf(ALL_ROUNDS, events).cells);
        expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).toBe(required);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the counts by status', () => {
  it('begin with what is done, end with what is a problem, and leave out what there is none of', () => {
    const { cells } = ofEachKind();
    expect(statusCounts(cells)).toEqual([
      { status: 'received', count: 1 },
      { status: 'confirmed by e-mail', count: 1 },
      { status: 'sent', count: 1 },
      { status: 'no data', count: 1 },
      { status: 'ready', count: 1 },
      { status: 'missing', count: 1 },
      { status: 'problem', count: 1 },
    ]);
  });

  it('after a day on which all was sent say only that', () => {
    const all = FILE_TYPES.map((type) => did('confirmed-on-page', sentFile(type)));
    expect(statusCounts(of(organization(), ...all).cells)).toEqual([{ status: 'sent', count: 7 }]);
  });

  it('leave out what nobody asks for, unless it is a problem', () => {
    const removed = organization({ rounds: [4], removedYears: ['2021-22'] });
    const sent = did('confirmed-on-page', sentFile('SENR', '2021-22'));
    const missing = { status: 'missing', count: 7 };
    expect(statusCounts(of(removed, sent).cells)).toEqual([missing]);
    const { cells } = of(removed, sent, counted(9, 'SENR', '2021-22'));
    expect(statusCounts(cells)).toEqual([missing, { status: 'problem', count: 1 }]);
  });

  it('add up to the required cells, whatever happened', () => {
    fc.assert(
      fc.property(logs(), (events) => {
        const required = checklistOf(ALL_ROUNDS, events).cells.filter((cell) => cell.isRequired);
        const counts = statusCounts(required).map(({ count }) => count);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(required.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe('whatever happened', () => {
  /** The same events in another order. */
  const shuffled = logs().chain((events) =>
    fc.tuple(
      fc.constant(events),
      fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
    ),
  );

  it('the order in which events are handed over does not matter', () => {
    fc.assert(
      fc.property(shuffled, ([events, other]) => {
        expect(checklistOf(ALL_ROUNDS, other)).toEqual(checklistOf(ALL_ROUNDS, events));
        expect(organizationsOf(other)).toEqual(organizationsOf(events));
      }),
      { numRuns: 1000 },
    );
  });

  it('two logs give the same checklist, in whichever order they are merged', () => {
    const two = logs().chain((events) =>
      fc.tuple(fc.constant(events), fc.subarray(events), fc.subarray(events)),
    );
    fc.assert(
      fc.property(two, ([events, first, second]) => {
        const one = checklistOf(ALL_ROUNDS, [...first, ...second]);
        expect(checklistOf(ALL_ROUNDS, [...second, ...first])).toEqual(one);
        const ids = new Set([...first, ...second].map(({ id }) => id));
        const union = events.filter(({ id }) => ids.has(id));
        expect(checklistOf(ALL_ROUNDS, union)).toEqual(one);
      }),
      { numRuns: 1000 },
    );
  });

  it('an event that is handed over twice counts once', () => {
    fc.assert(
      fc.property(logs(), (events) => {
        const twice = [...events, ...events.toReversed()];
        expect(checklistOf(ALL_ROUNDS, twice)).toEqual(checklistOf(ALL_ROUNDS, events));
      }),
      { numRuns: 500 },
    );
  });

  it('neither the events nor their list are changed', () => {
    fc.assert(
      fc.property(logs(), (events) => {
        const before = structuredClone(events);
        checklistOf(ALL_ROUNDS, events);
        expect(events).toEqual(before);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the order of events', () => {
  it('is by time, and where that is equal by id', () => {
    const [a, b, c] = log(did('attached'), did('submitted'), did('confirmed-on-page'));
    if (!a || !b || !c) throw new Error('three events');
    const late = { ...a, at: 9 };
    const same = { ...c, at: b.at };
    expect(inOrder([late, same, b])).toEqual([b, same, late]);
  });

  it('leaves out what was withdrawn, before or after it in time', () => {
    const events = log(withdrawn(2), did('attached'), did('submitted'));
    expect(standing(events).map(({ kind }) => kind)).toEqual(['withdrawn', 'submitted']);
  });
});

describe('organizations', () => {
  const cedar = organization({ id: CEDAR, name: 'Cedar Unified', reportingLea: '0199902' });
  const maple = organization();

  it('are as they were saved last, by name, without those removed', () => {
    const events = log(saved(maple), saved(cedar), saved({ ...maple, rounds: [1] }));
    expect(organizationsOf(events)).toEqual([cedar, { ...maple, rounds: [1] }]);
    const removed: NewEvent = { kind: 'organization-removed', organization: CEDAR };
    expect(organizationsOf(log(saved(maple), saved(cedar), removed))).toEqual([maple]);
    expect(organizationsOf(log(saved(cedar), removed, saved(cedar)))).toEqual([cedar]);
  });

  it('are as before when a change is withdrawn', () => {
    const events = log(saved(maple), saved({ ...maple, rounds: [1] }), withdrawn(2));
    expect(organizationsOf(events)).toEqual([maple]);
  });

  it.each([
    ['the one that its LEA names', '0199902', CEDAR],
    ['the current one where no organization has that LEA', '0199903', MAPLE],
    ['the current one where the file names no LEA', undefined, MAPLE],
  ])('take a file: %s', (_what, lea, id) => {
    expect(organizationFor([cedar, maple], MAPLE, lea)).toBe(id);
  });

  it('without an LEA take no file that has none either by mistake', () => {
    const nameless = organization({ id: uuid(5), reportingLea: undefined });
    expect(organizationFor([nameless, maple], MAPLE, undefined)).toBe(MAPLE);
  });
});

describe('twenty organizations with ten years each', () => {
  it('are each computed whole', () => {
    const addedYears = Array.from({ length: 10 }, (_, more) => schoolYearFrom(2015 + more));
    for (let n = 1; n <= 20; n++) {
      const one = organization({ id: uuid(n), rounds: [], addedYears });
      const sendings = addedYears.flatMap((year) =>
        FILE_TYPES.flatMap((type) => {
          const file = sentFile(type, year, { rows: n });
          return [did('attached', file), did('submitted', file), did('confirmed-on-page', file)];
        }),
      );
      const { cells } = checklistOf(one, log(...sendings));
      expect(totalsOf(cells)).toMatchObject({ required: 70, sent: 70 });
    }
  });
});
