import { describe, expect, it } from 'vitest';
import type { NewEvent } from '../../../lib/ledger/events.ts';
import { organizationsOf } from '../../../lib/ledger/organizations.ts';
import { LedgerStore } from '../../../lib/ledger/store.ts';
import { summaryOf } from '../../../lib/ledger/summary.ts';
import { SUMMARIES_KEY } from '../../../lib/settings/storage-names.ts';
import { countingIds, uuid } from '../support/attached-file.ts';
import {
  CEDAR,
  did,
  MAPLE,
  organization,
  said,
  saved,
  smallStorage,
  stamped,
  storeDeps,
} from '../support/ledger.ts';
import { MemoryDatabase } from '../support/memory-database.ts';
import { Died, Life, mortalDatabase, mortalStorage } from '../support/mortal.ts';

const TODAY = '2023-10-24';
const maple = organization();
const cedar = organization({ id: CEDAR, name: 'Cedar', reportingLea: '1234567' });

/** A ledger of two organizations, and what outlives the background. */
async function twoOrganizations() {
  const disk = { main: new MemoryDatabase(), copy: new MemoryDatabase(), memory: smallStorage() };
  const newId = countingIds();
  const open = (life = new Life()) =>
    new LedgerStore(
      storeDeps({ memory: mortalStorage(disk.memory, life), newId }),
      mortalDatabase(disk.main, life),
      mortalDatabase(disk.copy, life),
    );
  const store = open();
  await store.append([saved(maple), saved(cedar), did('confirmed-on-page')]);
  return { ...disk, open, store };
}

/** Made from the events, without what is kept. */
async function fresh(store: LedgerStore, day = TODAY) {
  const events = await store.readAll();
  return organizationsOf(events).map((one) => {
    const own = events.filter((event) => event.organization === one.id);
    return summaryOf(one, own, day);
  });
}

describe('the summaries of all organizations', () => {
  it('are made from their events, by name', async () => {
    const { store } = await twoOrganizations();
    const summaries = await store.readSummaries(TODAY);
    expect(summaries).toEqual(await fresh(store));
    expect(summaries.map((one) => [one.organization, one.counts])).toEqual([
      [CEDAR, [{ status: 'missing', count: 7 }]],
      [
        MAPLE,
        [
          { status: 'sent', count: 1 },
          { status: 'missing', count: 6 },
        ],
      ],
    ]);
  });

  it('are kept, and made again only for the organization whose events change', async () => {
    const { store, memory, open } = await twoOrganizations();
    await store.readSummaries(TODAY);
    await store.append([said('email-confirmed')]);
    expect(memory.stored.get(SUMMARIES_KEY)).toMatchObject([{ organization: CEDAR }]);
    const again = open();
    expect(await again.readSummaries(TODAY)).toEqual(await fresh(again));
  });

  it('are kept for hundreds of organizations', async () => {
    const { store } = await twoOrganizations();
    const many = Array.from({ length: 50 }, (_, n) =>
      saved(organization({ id: uuid(5000 + n), name: `District ${n}`, reportingLea: undefined })),
    );
    await store.append(many);
    expect(await store.readSummaries(TODAY)).toEqual(await fresh(store));
  });

  it('of a removed organization are gone', async () => {
    const { store } = await twoOrganizations();
    await store.readSummaries(TODAY);
    await store.append([{ kind: 'organization-removed', organization: CEDAR }]);
    const left = await store.readSummaries(TODAY);
    expect(left.map((one) => one.organization)).toEqual([MAPLE]);
  });

  it('follow the rounds of an organization, an import and its undoing', async () => {
    const { store } = await twoOrganizations();
    const steps: readonly (() => Promise<unknown>)[] = [
      () => store.append([saved({ ...cedar, rounds: [4, 5] })]),
      () => store.merge([stamped(did('confirmed-on-page'), 9000)]),
      () => store.remove([uuid(9000)]),
      () => store.erase(),
    ];
    for (const step of steps) {
      await store.readSummaries(TODAY);
      await step();
      expect(await store.readSummaries(TODAY)).toEqual(await fresh(store));
    }
    expect(await store.readSummaries(TODAY)).toEqual([]);
  });

  it('are made again for another day if the next step waits for the e-mail', async () => {
    const { store } = await twoOrganizations();
    const types = ['CRSC', 'SCSC', 'SCTE', 'SELA', 'SENR', 'SINF', 'SPRG'] as const;
    await store.append(types.map((type): NewEvent => said('said-sent', type)));
    const kindOn = async (day: string) =>
      (await store.readSummaries(day)).find((one) => one.organization === MAPLE)?.next.kind;
    expect(await kindOn('2023-11-14')).toBe('ask for counts');
    expect(await kindOn('2023-12-14')).toBe('no e-mail yet');
  });

  it('that cannot be read are made again', async () => {
    const { store, memory } = await twoOrganizations();
    await memory.set(SUMMARIES_KEY, [{ organization: 'nobody' }]);
    expect(await store.readSummaries(TODAY)).toEqual(await fresh(store));
  });

  it('never outlive the events they were made from, whenever the background is ended', async () => {
    const change = (store: LedgerStore) =>
      store.append([said('email-confirmed'), saved({ ...cedar, rounds: [4] })]);
    const whole = new Life();
    const first = await twoOrganizations();
    await first.store.readSummaries(TODAY);
    await change(first.open(whole));
    expect(whole.operations).toBeGreaterThan(5);
    for (let last = 0; last <= whole.operations; last += 1) {
      const { store, open } = await twoOrganizations();
      await store.readSummaries(TODAY);
      await change(open(new Life(last))).catch((error: unknown) => {
        if (!(error instanceof Died)) throw error;
      });
      const again = open();
      await again.check();
      expect(await again.readSummaries(TODAY), `ended at ${last}`).toEqual(await fresh(again));
    }
  });
});
