import { describe, expect, it, vi } from 'vitest';
import type { LedgerEvent, NewEvent } from '../../../lib/ledger/events.ts';
import { isoDay } from '../../../lib/ledger/next-step.ts';
import { organizationsOf } from '../../../lib/ledger/organizations.ts';
import { ORGANIZATIONS_SHELF, seal } from '../../../lib/ledger/record.ts';
import { LedgerStore } from '../../../lib/ledger/store.ts';
import type { OrganizationSummary } from '../../../lib/ledger/summary.ts';
import { summaryOf } from '../../../lib/ledger/summary.ts';
import { SUMMARIES_KEY, TALLY_KEY } from '../../../lib/settings/storage-names.ts';
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

/** Of the clock in `storeDeps`. */
const TODAY = isoDay(1_700_000_000_000);
const maple = organization();
const cedar = organization({ id: CEDAR, name: 'Cedar', reportingLea: '1234567' });

/** A ledger of two organizations, and what outlives the background. */
async function twoOrganizations() {
  const disk = { main: new MemoryDatabase(), copy: new MemoryDatabase(), memory: smallStorage() };
  const newId = countingIds();
  const open = (life = new Life(), version = '0.1.0') =>
    new LedgerStore(
      storeDeps({ memory: mortalStorage(disk.memory, life), newId, version }),
      mortalDatabase(disk.main, life),
      mortalDatabase(disk.copy, life),
    );
  const store = open();
  await store.append([saved(maple), saved(cedar), did('confirmed-on-page')]);
  return { ...disk, open, store };
}

type Disk = Pick<Awaited<ReturnType<typeof twoOrganizations>>, 'main' | 'copy' | 'memory'>;

/** What a version of the assistant does that knows of no summaries. */
async function writeAsOldVersion({ main, copy, memory }: Disk, ...events: readonly LedgerEvent[]) {
  const records = await Promise.all(events.map(seal));
  await main.put(records);
  await copy.put(records);
  await memory.set(TALLY_KEY, main.records.size);
}

async function removeAsOldVersion({ main, copy, memory }: Disk, ...ids: readonly string[]) {
  await copy.remove(ids);
  await main.remove(ids);
  await memory.set(TALLY_KEY, main.records.size);
}

async function summariesOf(
  store: LedgerStore,
  day = TODAY,
): Promise<readonly OrganizationSummary[]> {
  return store.readSummaries(organizationsOf(await store.readOrganizations()), day);
}

/** The organizations whose events are read while the summaries are. */
async function readFor(store: LedgerStore, main: MemoryDatabase): Promise<string[]> {
  const reading = vi.spyOn(main, 'readOn');
  await summariesOf(store);
  const shelves = reading.mock.calls.flatMap(([some]) => some);
  reading.mockRestore();
  return shelves.filter((shelf) => shelf !== ORGANIZATIONS_SHELF);
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
    const summaries = await summariesOf(store);
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

  it('may find no room after an import: the events stand all the same', async () => {
    const { store, memory } = await twoOrganizations();
    const set = memory.set.bind(memory);
    vi.spyOn(memory, 'set').mockImplementation((key, value) => {
      return key === SUMMARIES_KEY ? Promise.reject(new Error('no room')) : set(key, value);
    });
    const event = stamped(did('attached'), 9000);
    expect(await store.merge([event])).toEqual([event.id]);
    vi.restoreAllMocks();
    expect(await summariesOf(store)).toEqual(await fresh(store));
  });

  it('are kept, and made again only for the organization whose events change', async () => {
    const { store, main, open } = await twoOrganizations();
    expect(await readFor(store, main)).toEqual([CEDAR, MAPLE]);
    expect(await readFor(store, main)).toEqual([]);
    await store.append([said('email-confirmed')]);
    const again = open();
    expect(await readFor(again, main)).toEqual([MAPLE]);
    expect(await summariesOf(again)).toEqual(await fresh(again));
  });

  it('are there at once after an import', async () => {
    const { store, main } = await twoOrganizations();
    const [first, second] = [stamped(saved(maple), 9000), stamped(did('attached'), 9001)];
    await store.merge([first, second]);
    expect(await readFor(store, main)).toEqual([CEDAR]);
    expect(await summariesOf(store)).toEqual(await fresh(store));
  });

  it('are kept for hundreds of organizations', async () => {
    const { store } = await twoOrganizations();
    const many = Array.from({ length: 50 }, (_, n) =>
      saved(organization({ id: uuid(5000 + n), name: `District ${n}`, reportingLea: undefined })),
    );
    await store.append(many);
    expect(await summariesOf(store)).toEqual(await fresh(store));
  });

  it('of a removed organization are gone', async () => {
    const { store } = await twoOrganizations();
    await summariesOf(store);
    await store.append([{ kind: 'organization-removed', organization: CEDAR }]);
    const left = await summariesOf(store);
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
      await summariesOf(store);
      await step();
      expect(await summariesOf(store)).toEqual(await fresh(store));
    }
    expect(await summariesOf(store)).toEqual([]);
  });

  it('are made again for another day if the next step waits for the e-mail', async () => {
    const { store } = await twoOrganizations();
    const types = ['CRSC', 'SCSC', 'SCTE', 'SELA', 'SENR', 'SINF', 'SPRG'] as const;
    await store.append(types.map((type): NewEvent => said('said-sent', type)));
    const kindOn = async (day: string) =>
      (await summariesOf(store, day)).find((one) => one.organization === MAPLE)?.next.kind;
    expect(await kindOn('2023-11-14')).toBe('ask for counts');
    expect(await kindOn('2023-12-14')).toBe('no e-mail yet');
  });

  it.each([
    ['that cannot be read', [{ organization: 'nobody' }]],
    ['of an older form', [summaryOf(maple, [], TODAY)]],
  ])('%s are made again', async (_what, kept) => {
    const { store, memory } = await twoOrganizations();
    await memory.set(SUMMARIES_KEY, kept);
    expect(await summariesOf(store)).toEqual(await fresh(store));
  });

  it('are made again by another version of the assistant', async () => {
    const { store, main, open } = await twoOrganizations();
    await summariesOf(store);
    expect(await readFor(open(), main)).toEqual([]);
    expect(await readFor(open(new Life(), '0.2.0'), main)).toEqual([CEDAR, MAPLE]);
  });

  it.each<readonly [string, (disk: Disk) => Promise<void>]>([
    ['adds an event', (disk) => writeAsOldVersion(disk, stamped(said('said-sent', 'SINF'), 9000))],
    [
      'changes an organization',
      (disk) =>
        writeAsOldVersion(disk, {
          ...stamped(saved({ ...maple, rounds: [4, 5] }), 9000),
          at: 2e12,
        }),
    ],
    ['takes an import back', (disk) => removeAsOldVersion(disk, uuid(3))],
    [
      'replaces an event, so that their number stays',
      async (disk) => {
        await removeAsOldVersion(disk, uuid(3));
        await writeAsOldVersion(disk, stamped(said('said-sent', 'SINF'), 9000));
      },
    ],
  ])('are made again after an older version %s', async (_what, write) => {
    const { store, open, ...disk } = await twoOrganizations();
    const before = await summariesOf(store);
    await write(disk);
    const again = open();
    await again.check();
    const after = await summariesOf(again);
    expect(after).toEqual(await fresh(again));
    expect(after).not.toEqual(before);
  });

  it('never outlive the events they were made from, whenever the background is ended', async () => {
    const change = (store: LedgerStore) =>
      store.append([said('email-confirmed'), saved({ ...cedar, rounds: [4] })]);
    const whole = new Life();
    const first = await twoOrganizations();
    await summariesOf(first.store);
    await change(first.open(whole));
    expect(whole.operations).toBeGreaterThan(5);
    for (let last = 0; last <= whole.operations; last += 1) {
      const { store, open } = await twoOrganizations();
      await summariesOf(store);
      await change(open(new Life(last))).catch((error: unknown) => {
        if (!(error instanceof Died)) throw error;
      });
      const again = open();
      await again.check();
      expect(await summariesOf(again), `ended at ${last}`).toEqual(await fresh(again));
    }
  });
});
