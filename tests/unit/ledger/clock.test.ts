import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellState } from '../../../lib/ledger/cells.ts';
import { checklistOf } from '../../../lib/ledger/checklist.ts';
import { CLOCK_GRACE_MS } from '../../../lib/ledger/clock.ts';
import type { LedgerEvent, NewEvent } from '../../../lib/ledger/events.ts';
import { inOrder, isCellEvent, standing } from '../../../lib/ledger/events.ts';
import { organizationsOf } from '../../../lib/ledger/organizations.ts';
import { FutureEventError, LedgerStore } from '../../../lib/ledger/store.ts';
import { logs, newEvents } from '../support/arbitrary-events.ts';
import { sentFile, uuid } from '../support/attached-file.ts';
import {
  CEDAR,
  counted,
  did,
  log,
  MAPLE,
  organization,
  said,
  saved,
  stamped,
  storeDeps,
} from '../support/ledger.ts';
import { MemoryDatabase } from '../support/memory-database.ts';

const NOW = Date.UTC(2026, 5, 1);
const YEAR_MS = 365 * CLOCK_GRACE_MS;
const IN_2099 = Date.UTC(2099, 0);

/** A ledger whose clock can be set. */
function ledger() {
  const clock = { at: NOW };
  const store = new LedgerStore(
    storeDeps({ now: () => clock.at }),
    new MemoryDatabase(),
    new MemoryDatabase(),
  );
  return {
    store,
    clock,
    /** Appends each by itself, by this clock, a minute apart. */
    async at(time: number, ...entries: readonly NewEvent[]): Promise<void> {
      clock.at = time;
      for (const entry of entries) {
        await store.append([entry]);
        clock.at += 60_000;
      }
    },
    async status(): Promise<string> {
      return cellState(standing(await store.read(MAPLE)).filter(isCellEvent)).status;
    },
  };
}

const kindsOf = (events: readonly LedgerEvent[]) => inOrder(events).map(({ kind }) => kind);
const sent = [did('attached'), did('submitted'), did('confirmed-on-page')];

describe('a clock that was once wrong', () => {
  it.each([
    ['a week ahead', NOW + 7 * CLOCK_GRACE_MS],
    ['in 2099', IN_2099],
    ['in 2150', Date.UTC(2150, 0)],
    ['a year behind', NOW - YEAR_MS],
    ['at the start of time', 0],
  ])('%s, does not decide about later times, nor about the order', async (_when, wrong) => {
    const { store, at, status } = ledger();
    await at(NOW, ...sent);
    await at(wrong, said('reopened'), did('attached'));
    await at(NOW + 2 * CLOCK_GRACE_MS, did('submitted'), did('confirmed-on-page'));
    expect(await status()).toBe('sent');
    expect(kindsOf(await store.read(MAPLE))).toEqual([
      'attached',
      'submitted',
      'confirmed-on-page',
      'reopened',
      'attached',
      'submitted',
      'confirmed-on-page',
    ]);
    const last = inOrder(await store.read(MAPLE)).at(-1);
    expect(last?.at).toBe(NOW + 2 * CLOCK_GRACE_MS + 60_000);
  });

  it('does not keep the row counts of later from being the current ones', async () => {
    const { at, status } = ledger();
    await at(IN_2099, ...sent);
    await at(NOW, counted(10));
    expect(await status()).toBe('received');
  });

  it('does not keep a later question to the help desk from being the latest', async () => {
    const { store, at } = ledger();
    await at(IN_2099, ...sent);
    await at(NOW, { kind: 'asked', organization: MAPLE, schoolYears: ['2022-23'] });
    const { cells } = checklistOf(organization(), await store.read(MAPLE));
    const asked = cells.filter(({ isAskedAbout }) => isAskedAbout);
    expect(asked.map(({ fileType }) => fileType)).toEqual(['SENR']);
  });

  it('does not bring an old setup back', async () => {
    const { store, at } = ledger();
    await at(IN_2099, saved(organization({ name: 'Old name' })));
    await at(NOW, saved(organization({ name: 'New name' })));
    const names = organizationsOf(await store.readOrganizations()).map(({ name }) => name);
    expect(names).toEqual(['New name']);
  });

  it('is named once on each shelf, however much follows', async () => {
    const { store, at } = ledger();
    const ofCedar = { ...said('said-sent'), organization: CEDAR };
    await at(IN_2099, did('attached'), ofCedar);
    await at(NOW, did('submitted'), did('confirmed-on-page'), ofCedar, ofCedar);
    const all = await store.readAll();
    const named = all.flatMap(({ organization: whose, follows }) => (follows ? [whose] : []));
    expect(named.toSorted()).toEqual([MAPLE, CEDAR].toSorted());
  });
});

describe('append', () => {
  const DAY = CLOCK_GRACE_MS;
  const clocks = fc.array(
    fc.oneof(
      fc.constantFrom(0, NOW, NOW + DAY, NOW + DAY + 1, NOW - YEAR_MS, IN_2099, Date.UTC(2150, 0)),
      fc.integer({ min: -3 * DAY, max: 3 * DAY }).map((off) => NOW + off),
      fc.integer({ min: -5, max: 5 }).map((off) => NOW + off),
    ),
    { minLength: 1, maxLength: 12 },
  );
  const batches = fc.array(fc.oneof(newEvents(MAPLE), newEvents(CEDAR)), {
    minLength: 1,
    maxLength: 3,
  });

  it('keeps the order in which things happened, however the clock jumps', async () => {
    await fc.assert(
      fc.asyncProperty(
        clocks.chain((times) => fc.tuple(...times.map((at) => fc.tuple(fc.constant(at), batches)))),
        async (steps) => {
          const { store, clock } = ledger();
          for (const [at, entries] of steps) {
            clock.at = at;
            await store.append(entries);
          }
          // Ids count up, so they tell what came first.
          for (const shelf of [MAPLE, CEDAR]) expectCountingUp(await store.read(shelf));
          expectCountingUp(await store.readOrganizations());
        },
      ),
      { numRuns: 300 },
    );
  });

  it('stamps no event beyond a day after its clock, unless a batch is that long', async () => {
    await fc.assert(
      fc.asyncProperty(clocks, async (times) => {
        const { store, clock } = ledger();
        const known = new Set<string>();
        for (const at of times) {
          clock.at = at;
          await store.append([did('attached')]);
          const [event] = (await store.readAll()).filter(({ id }) => !known.has(id));
          known.add(event?.id ?? '');
          expect(event?.at).toBeGreaterThanOrEqual(at);
          expect(event?.at).toBeLessThanOrEqual(at + CLOCK_GRACE_MS + 1);
        }
      }),
      { numRuns: 200 },
    );
  });

  function expectCountingUp(events: readonly LedgerEvent[]): void {
    const ids = inOrder(events).map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted());
  }
});

describe('merge', () => {
  it('refuses everything when one event lies in the future', async () => {
    const { store } = ledger();
    const good = stamped(did('attached'), 1);
    const bad = { ...stamped(did('submitted'), 2), at: NOW + CLOCK_GRACE_MS + 1 };
    await expect(store.merge([good, bad])).rejects.toThrow(FutureEventError);
    expect(await store.readAll()).toEqual([]);
  });

  it('takes an event that lies within a day of grace, and appends after it', async () => {
    const { store, at } = ledger();
    await store.merge([{ ...stamped(did('attached'), 2), at: NOW + CLOCK_GRACE_MS }]);
    await at(NOW, did('submitted'));
    expect(kindsOf(await store.read(MAPLE))).toEqual(['attached', 'submitted']);
  });

  it('of the past of a wrong clock is undone without a trace', async () => {
    const { store, at, status } = ledger();
    await at(NOW, ...sent);
    const added = await store.merge(log(said('reopened')).map((one) => ({ ...one, at: NOW + 9 })));
    await store.remove(added);
    expect(await status()).toBe('sent');
  });
});

describe('the order', () => {
  const named = logs(15).chain((events) =>
    fc
      .array(fc.tuple(fc.nat({ max: 14 }), fc.array(fc.nat({ max: 14 }), { maxLength: 4 })), {
        maxLength: 6,
      })
      .map((links) =>
        events.map((event, place): LedgerEvent => {
          const link = links.find(([from]) => from === place);
          return link ? { ...event, follows: link[1].map((n) => uuid(n + 1)) } : event;
        }),
      ),
  );

  it('has each event once, the same from any order, whatever the events name', () => {
    fc.assert(
      fc.property(named, fc.infiniteStream(fc.nat()), (events, chance) => {
        const ordered = inOrder(events);
        expect(ordered.toSorted(byId)).toEqual(events.toSorted(byId));
        const shuffled = events
          .map((event) => [chance.next().value ?? 0, event] as const)
          .toSorted(([a], [b]) => a - b)
          .map(([, event]) => event);
        expect(inOrder(shuffled)).toEqual(ordered);
      }),
      { numRuns: 500 },
    );
  });

  it('takes a long chain of events that follow one another', () => {
    const length = 50_000;
    const chain = Array.from({ length }, (_, n): LedgerEvent => {
      const event = stamped(did('attached', sentFile('SENR')), length - n);
      return { ...event, id: uuid(n), ...(n > 0 && { follows: [uuid(n - 1)] }) };
    });
    expect(inOrder(chain).map(({ id }) => id)).toEqual(chain.map(({ id }) => id));
  });

  function byId(a: LedgerEvent, b: LedgerEvent): number {
    return a.id < b.id ? -1 : 1;
  }
});
