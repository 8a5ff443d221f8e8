import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LedgerEvent, NewEvent } from '../../../lib/ledger/events.ts';
import { inOrder } from '../../../lib/ledger/events.ts';
import { LedgerStore } from '../../../lib/ledger/store.ts';
import { sentFile } from '../support/attached-file.ts';
import { CEDAR, did, idsOf, MAPLE, stamped, storeDeps } from '../support/ledger.ts';
import { MemoryDatabase, withPause } from '../support/memory-database.ts';

/** A context writes, imports the backup that the others import too, or reads; then it waits or not. */
type Deed = readonly [
  what: 'append' | 'append two' | 'merge' | 'read' | 'read all',
  waits: boolean,
];

const deed: fc.Arbitrary<Deed> = fc.tuple(
  fc.constantFrom('append', 'append', 'append two', 'merge', 'read', 'read all'),
  fc.boolean(),
);
const contexts = fc.tuple(...[1, 2, 3].map(() => fc.array(deed, { minLength: 1, maxLength: 3 })));

const pause = fc.array(fc.nat({ max: 6 }), { minLength: 1, maxLength: 5 });
const pauses = fc.tuple(pause, pause);

const backup = [1, 2].map((n) => stamped(did('attached'), 9000 + n));

/** Which context wrote it, and its how-manieth it is, is told by the rows. */
function entry(context: number, serial: number): NewEvent {
  const organization = context === 3 ? CEDAR : MAPLE;
  return {
    ...did('attached', sentFile('SENR', '2022-23', { rows: context * 100 + serial })),
    organization,
  };
}

/** @returns how many events it wrote */
async function run(store: LedgerStore, context: number, deeds: readonly Deed[]): Promise<number> {
  const open: Promise<unknown>[] = [];
  let written = 0;
  const write = () => entry(context, written++);
  const start: Readonly<Record<Deed[0], () => Promise<unknown>>> = {
    append: () => store.append([write()]),
    'append two': () => store.append([write(), write()]),
    merge: () => store.merge(backup),
    read: () => store.read(MAPLE),
    'read all': () => store.readAll(),
  };
  for (const [what, waits] of deeds) {
    const work = start[what]();
    if (waits) await work;
    else open.push(work);
  }
  await Promise.all(open);
  return written;
}

/** The serials of what one context wrote, in the ledger's order. */
function serialsOf(events: readonly LedgerEvent[], context: number): number[] {
  const rows = inOrder(events).flatMap((event) => ('file' in event ? [event.file.rows] : []));
  return rows.filter((row) => Math.floor(row / 100) === context).map((row) => row % 100);
}

async function expectAllOnce(store: LedgerStore, all: readonly (readonly Deed[])[]): Promise<void> {
  const written = await Promise.all(all.map((deeds, at) => run(store, at + 1, deeds)));
  const isMerged = all.some((deeds) => deeds.some(([what]) => what === 'merge'));
  const total = written.reduce((sum, count) => sum + count, isMerged ? backup.length : 0);
  const events = await store.readAll();
  expect(new Set(idsOf(events)).size).toBe(events.length);
  expect(events).toHaveLength(total);
  // What each context wrote is there in the order in which it wrote it.
  for (const [at, count] of written.entries()) {
    expect(serialsOf(events, at + 1)).toEqual(Array.from({ length: count }, (_, n) => n));
  }
  expect(new Set(events.map((event) => event.at)).size).toBe(events.length);
  expect(await store.notice()).toEqual({ restored: 0, lost: 0 });
}

/** A database whose operations take a little longer or shorter each time. */
function hesitant(pauses: readonly number[]): MemoryDatabase {
  let next = 0;
  return withPause(new MemoryDatabase(), async () => {
    const turns = pauses[next++ % pauses.length] ?? 0;
    for (let turn = 0; turn < turns; turn++) await undefined;
  });
}

describe('three contexts that write through one store', () => {
  it('lose and double nothing in 10,000 random interleavings', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(contexts, pauses, async (all, [main, copy]) => {
        const store = new LedgerStore(storeDeps(), hesitant(main), hesitant(copy));
        await expectAllOnce(store, all);
      }),
      { numRuns: 10_000 },
    );
  });

  it('lose and double nothing in the real database either', { timeout: 30_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(contexts, async (all) => {
        globalThis.indexedDB = new IDBFactory();
        const deps = storeDeps();
        await expectAllOnce(new LedgerStore(deps), all);
        const again = new LedgerStore(deps);
        await again.check();
        expect(await again.notice()).toEqual({ restored: 0, lost: 0 });
      }),
      { numRuns: 100 },
    );
  });
});
