import { describe, expect, it } from 'vitest';
import type { NewEvent } from '../../../lib/ledger/events.ts';
import { LedgerStore } from '../../../lib/ledger/store.ts';
import { countingIds, uuid } from '../support/attached-file.ts';
import {
  CEDAR,
  did,
  idsOf,
  organization,
  said,
  saved,
  smallStorage,
  stamped,
  storeDeps,
} from '../support/ledger.ts';
import { MemoryDatabase } from '../support/memory-database.ts';
import { Died, Life, mortalDatabase, mortalStorage } from '../support/mortal.ts';

/** What outlives the background. */
function disk() {
  return { main: new MemoryDatabase(), copy: new MemoryDatabase(), memory: smallStorage() };
}
type Disk = ReturnType<typeof disk>;

function storeOn({ main, copy, memory }: Disk, life = new Life(), newId = countingIds()) {
  const deps = storeDeps({ memory: mortalStorage(memory, life), newId });
  return new LedgerStore(deps, mortalDatabase(main, life), mortalDatabase(copy, life));
}

/** One thing that the background does, and the ids of the events that are there once it is done. */
interface Deed {
  readonly does: (store: LedgerStore) => Promise<unknown>;
  readonly after: (ids: readonly string[]) => readonly string[];
}

const ENTRIES: readonly NewEvent[] = [
  saved(organization()),
  did('attached'),
  did('submitted'),
  did('confirmed-on-page'),
  { ...said('said-sent'), organization: CEDAR },
];

/** Every way to write, in an order that differs from script to script. */
function script(number: number): Deed[] {
  let next = 1;
  const append = (count: number): Deed => {
    const ids = Array.from({ length: count }, () => uuid(next++));
    const entries = ids.map((_, place) => ENTRIES[(number + place) % ENTRIES.length] as NewEvent);
    return { does: (store) => store.append(entries), after: (before) => [...before, ...ids] };
  };
  const imported = [1, 2, 3].map((n) => stamped(did('attached'), 5000 + n));
  const foreign = idsOf(imported);
  const merge: Deed = {
    does: (store) => store.merge(imported),
    after: (before) => [...new Set([...before, ...foreign])],
  };
  const remove: Deed = {
    does: (store) => store.remove(foreign),
    after: (before) => before.filter((id) => !foreign.includes(id)),
  };
  const erase: Deed = { does: (store) => store.erase(), after: () => [] };
  const read: Deed = { does: (store) => store.readAll(), after: (before) => before };
  const check: Deed = { does: (store) => store.check(), after: (before) => before };
  const orders: readonly (() => Deed[])[] = [
    () => [append(1 + (number % 3)), merge, append(2), remove, read, append(1)],
    () => [check, merge, append(1 + (number % 3)), merge, remove, append(3)],
    () => [append(1 + (number % 3)), append(1), erase, append(2), merge],
    () => [merge, read, append(1 + (number % 3)), remove, check, erase, append(1)],
  ];
  return orders[number % orders.length]?.() ?? [];
}

/** Does the deeds until it dies. @returns how it was before the deed it died in, and how it would be after */
async function liveOn(one: Disk, deeds: readonly Deed[], life: Life) {
  const store = storeOn(one, life);
  let before: readonly string[] = [];
  for (const { does, after } of deeds) {
    try {
      await does(store);
    } catch (error) {
      if (!(error instanceof Died)) throw error;
      return { before, after: after(before) };
    }
    before = after(before);
  }
  return { before, after: before };
}

const SCRIPTS = 24;

describe('a background that is ended at any moment', () => {
  it('loses at most what it was writing, doubles nothing, and reports no damage', async () => {
    let kills = 0;
    for (let number = 0; number < SCRIPTS; number++) {
      const whole = new Life();
      await liveOn(disk(), script(number), whole);
      for (let last = 0; last < whole.operations; last++) {
        const one = disk();
        const { before, after } = await liveOn(one, script(number), new Life(last));
        const again = storeOn(one);
        await again.check();
        const left = idsOf(await again.readAll());
        expect([before.toSorted(), after.toSorted()], `script ${number}, ${last}`).toContainEqual(
          left,
        );
        expect(await again.notice()).toEqual({ restored: 0, lost: 0 });
        await expectWhole(one, left);
        kills += 1;
      }
    }
    expect(kills).toBeGreaterThan(1000);
  });

  it('leaves a copy behind from which everything comes back', async () => {
    const whole = new Life();
    await liveOn(disk(), script(0), whole);
    for (let last = 0; last < whole.operations; last++) {
      const one = disk();
      await liveOn(one, script(0), new Life(last));
      const again = storeOn(one);
      await again.check();
      const left = idsOf(await again.readAll());
      one.main.records.clear();
      const third = storeOn(one);
      await third.check();
      expect(idsOf(await third.readAll())).toEqual(left);
      expect(await third.notice()).toEqual({ restored: left.length, lost: 0 });
    }
  });

  it('while it mends, tells of every loss at least once, and brings back all the same', async () => {
    const damage = async () => {
      const one = disk();
      const store = storeOn(one);
      await store.append(ENTRIES);
      one.main.records.delete(uuid(1)); // comes back from the copy
      one.copy.records.delete(uuid(2)); // is put back into the copy
      for (const { records } of [one.main, one.copy]) records.delete(uuid(3)); // is gone
      for (const { records } of [one.main, one.copy]) {
        const record = records.get(uuid(4));
        if (record) records.set(uuid(4), { ...record, json: '{}' }); // is beyond repair
      }
      return one;
    };
    const whole = new Life();
    await storeOn(await damage(), whole).check();
    for (let last = 0; last < whole.operations; last++) {
      const one = await damage();
      await storeOn(one, new Life(last))
        .check()
        .catch(() => {});
      const again = storeOn(one);
      await again.check();
      expect(idsOf(await again.readAll())).toEqual([uuid(1), uuid(2), uuid(5)]);
      expect((await again.notice()).lost).toBeGreaterThanOrEqual(2);
      await expectWhole(one, [uuid(1), uuid(2), uuid(5)]);
    }
  });
});

/** Both databases hold the same, and the tally agrees. */
async function expectWhole({ main, copy, memory }: Disk, ids: readonly string[]): Promise<void> {
  expect([...main.records.keys()].toSorted()).toEqual(ids);
  expect([...copy.records.keys()].toSorted()).toEqual(ids);
  expect((await memory.get('ledger-tally')) ?? 0).toBe(ids.length);
}
