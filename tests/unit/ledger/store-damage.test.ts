import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { deleteDB, openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import type { LedgerEvent, NewEvent } from '../../../lib/ledger/events.ts';
import type { LedgerNotice } from '../../../lib/ledger/notice.ts';
import type { StoredRecord } from '../../../lib/ledger/record.ts';
import { open, seal } from '../../../lib/ledger/record.ts';
import { LedgerStore } from '../../../lib/ledger/store.ts';
import { LEDGER_DATABASES } from '../../../lib/settings/storage-names.ts';
import { uuid } from '../support/attached-file.ts';
import {
  CEDAR,
  counted,
  did,
  doubted,
  idsOf,
  MAPLE,
  organization,
  said,
  saved,
  stamped,
  storeDeps,
} from '../support/ledger.ts';

const [MAIN, COPY] = LEDGER_DATABASES;

const LEDGER: readonly NewEvent[] = [
  saved(organization()),
  saved(organization({ id: CEDAR, name: 'Cedar Unified' })),
  did('attached'),
  did('submitted'),
  doubted(),
  said('said-sent'),
  counted(10),
  { ...said('email-confirmed'), organization: CEDAR },
];

/** What can happen to a record. `place`: where it lies is damaged, what it says is not. */
interface Damage {
  readonly what: string;
  readonly hurts: 'content' | 'place';
  /** @param chance a number that differs from case to case */
  readonly inflict: (record: StoredRecord, chance: number) => object | 'deleted';
}

const without = (record: StoredRecord, field: keyof StoredRecord) => {
  const { [field]: _cut, ...rest } = record;
  return rest;
};

function flip(text: string, at: number): string {
  const place = at % text.length;
  const other = text[place] === 'x' ? 'y' : 'x';
  return text.slice(0, place) + other + text.slice(place + 1);
}

const DAMAGES: readonly Damage[] = [
  {
    what: 'a flipped character',
    hurts: 'content',
    inflict: (one, chance) => ({ ...one, json: flip(one.json, chance * 7) }),
  },
  {
    what: 'another digit in it',
    hurts: 'content',
    inflict: (one) => ({
      ...one,
      json: one.json.replace(/\d/, (digit) => (digit === '9' ? '8' : '9')),
    }),
  },
  {
    what: 'text cut off',
    hurts: 'content',
    inflict: (one, chance) => ({ ...one, json: one.json.slice(0, chance % one.json.length) }),
  },
  { what: 'empty text', hurts: 'content', inflict: (one) => ({ ...one, json: '' }) },
  { what: 'no text', hurts: 'content', inflict: (one) => without(one, 'json') },
  { what: 'text that is none', hurts: 'content', inflict: (one) => ({ ...one, json: 17 }) },
  {
    what: 'a flipped checksum',
    hurts: 'content',
    inflict: (one, chance) => ({ ...one, sha256: flip(one.sha256, chance) }),
  },
  { what: 'no checksum', hurts: 'content', inflict: (one) => without(one, 'sha256') },
  { what: 'an empty checksum', hurts: 'content', inflict: (one) => ({ ...one, sha256: '' }) },
  { what: 'no format', hurts: 'content', inflict: (one) => without(one, 'format') },
  { what: 'an older format', hurts: 'content', inflict: (one) => ({ ...one, format: 1 }) },
  { what: 'a newer format', hurts: 'content', inflict: (one) => ({ ...one, format: 9 }) },
  { what: 'a format in words', hurts: 'content', inflict: (one) => ({ ...one, format: 'two' }) },
  { what: 'nothing but its id', hurts: 'content', inflict: ({ id }) => ({ id }) },
  {
    what: 'the text of another event',
    hurts: 'content',
    inflict: (one) => ({ ...one, json: one.json.replace(one.id, uuid(4711)) }),
  },
  { what: 'deletion', hurts: 'content', inflict: () => 'deleted' },
  { what: 'no shelf', hurts: 'place', inflict: (one) => without(one, 'shelf') },
  {
    what: 'a shelf that is none',
    hurts: 'place',
    inflict: (one) => ({ ...one, shelf: { of: 'what' } }),
  },
  {
    what: "another organization's shelf",
    hurts: 'place',
    inflict: (one) => ({ ...one, shelf: one.shelf === MAPLE ? CEDAR : MAPLE }),
  },
  { what: 'no time', hurts: 'place', inflict: (one) => without(one, 'at') },
  { what: 'another time', hurts: 'place', inflict: (one, chance) => ({ ...one, at: chance }) },
  { what: 'a time in words', hurts: 'place', inflict: (one) => ({ ...one, at: 'noon' }) },
];

/** Which records suffer in which database, and what then comes back or is lost. */
const WHERE = [
  { where: 'in the main database', main: [2], copy: [] },
  { where: 'to two in the main database', main: [0, 6], copy: [] },
  { where: 'in the copy', main: [], copy: [2] },
  { where: 'to different ones in both', main: [0, 3], copy: [1, 4] },
  { where: 'to the same one in both', main: [2], copy: [2] },
  { where: 'to the same one of an organization in both', main: [1], copy: [1] },
  { where: 'to one in both, to others in one', main: [2, 5], copy: [2, 7] },
  { where: 'to all in the main database', main: [0, 1, 2, 3, 4, 5, 6, 7], copy: [] },
  { where: 'to all in both', main: [0, 1, 2, 3, 4, 5, 6, 7], copy: [0, 1, 2, 3, 4, 5, 6, 7] },
] as const;

const CASES = DAMAGES.flatMap((damage, chance) =>
  WHERE.map((where) => ({ ...where, ...damage, chance: 3 * chance + where.main.length })),
);

async function written() {
  globalThis.indexedDB = new IDBFactory();
  const deps = storeDeps();
  const store = new LedgerStore(deps);
  await store.append(LEDGER);
  return { deps, events: await store.readAll() };
}

async function inflict(
  name: string,
  victims: readonly string[],
  damage: Damage['inflict'],
  chance: number,
) {
  const db = await openDB(name);
  for (const id of victims) {
    const record = (await db.get('records', id)) as StoredRecord;
    const after = damage(record, chance);
    if (after === 'deleted') await db.delete('records', id);
    else await db.put('records', after);
  }
  db.close();
}

/** As the assistant does when it starts: what is there is checked, then the checklists are read, in the end all. */
async function reopened(deps: Parameters<typeof storeDeps>[0]) {
  const store = new LedgerStore(storeDeps(deps));
  await store.check();
  const shelves = [
    await store.readOrganizations(),
    await store.read(MAPLE),
    await store.read(CEDAR),
  ].flat();
  return { store, shelves, all: await store.readAll() };
}

/** All of it is as it was but for what was lost, in the right order and on the right shelves. */
async function expectLeft(
  { store, all }: Awaited<ReturnType<typeof reopened>>,
  left: readonly LedgerEvent[],
  notice: LedgerNotice,
): Promise<void> {
  expect(all.toSorted((a, b) => a.at - b.at)).toEqual(left);
  expect(await store.notice()).toEqual(notice);
  // Mended: everything is where it belongs, twice, and nothing is reported again.
  const shelves = [
    await store.readOrganizations(),
    await store.read(MAPLE),
    await store.read(CEDAR),
  ].flat();
  expect(idsOf(shelves)).toEqual(idsOf(left));
  await store.check();
  expect(await store.notice()).toEqual(notice);
  // And it can be written on, after everything that was there.
  await store.append([did('attached')]);
  const times = (await store.readAll()).map(({ at }) => at);
  expect(Math.max(...times)).toBeGreaterThan(Math.max(0, ...left.map(({ at }) => at)));
  expect(times).toHaveLength(left.length + 1);
}

describe(`${CASES.length} ways to damage the ledger`, () => {
  it.each(CASES)('$what $where', async ({ hurts, inflict: damage, main, copy, chance }) => {
    const { deps, events } = await written();
    const ids = events.toSorted((a, b) => a.at - b.at).map(({ id }) => id);
    const victims = (places: readonly number[]) => places.map((place) => ids[place] ?? '');
    await inflict(MAIN, victims(main), damage, chance);
    await inflict(COPY, victims(copy), damage, chance);

    const inBoth = main.filter((place) => (copy as readonly number[]).includes(place));
    const lost = hurts === 'content' ? victims(inBoth) : [];
    const left = events.filter(({ id }) => !lost.includes(id)).toSorted((a, b) => a.at - b.at);
    const notice = { restored: main.length - lost.length, lost: lost.length };
    await expectLeft(await reopened(deps), left, notice);
  });
});

describe('a whole database that is gone', () => {
  it.each([
    ['the main one', [MAIN], { restored: 8, lost: 0 }],
    ['the copy', [COPY], { restored: 0, lost: 0 }],
    ['both', [MAIN, COPY], { restored: 0, lost: 8 }],
  ])('%s', async (_what, names, notice) => {
    const { deps, events } = await written();
    for (const name of names) await deleteDB(name);
    const left = notice.lost > 0 ? [] : events.toSorted((a, b) => a.at - b.at);
    await expectLeft(await reopened(deps), left, notice);
  });

  it('is made up for, and then the other one as well', async () => {
    const { deps, events } = await written();
    for (const name of [COPY, MAIN, COPY, MAIN]) {
      await deleteDB(name);
      const { all } = await reopened(deps);
      expect(idsOf(all)).toEqual(idsOf(events));
    }
    expect(await new LedgerStore(deps).notice()).toEqual({ restored: 16, lost: 0 });
  });
});

describe('a record that lies on no shelf', () => {
  async function takeOffShelf(...names: readonly string[]) {
    const { deps, events } = await written();
    const [victim] = events.filter(({ kind }) => kind === 'attached');
    for (const name of names) {
      await inflict(name, [victim?.id ?? ''], (record) => without(record, 'shelf'), 0);
    }
    const store = new LedgerStore(deps);
    await store.check();
    return { store, id: victim?.id ?? '' };
  }

  it('in either database is found at the start, before anyone looks for it in vain', async () => {
    const { store, id } = await takeOffShelf(MAIN, COPY);
    expect(idsOf(await store.read(MAPLE))).toContain(id);
    expect(await store.notice()).toEqual({ restored: 1, lost: 0 });
  });

  it('in the main database is put back at the start', async () => {
    const { store } = await takeOffShelf(MAIN);
    expect(await store.notice()).toEqual({ restored: 1, lost: 0 });
  });

  it('in the copy is put back at the start, to be there when it is needed', async () => {
    const { store, id } = await takeOffShelf(COPY);
    expect(await store.notice()).toEqual({ restored: 0, lost: 0 });
    await inflict(MAIN, [id], () => 'deleted', 0);
    expect(idsOf(await store.read(MAPLE))).toContain(id);
    expect(await store.notice()).toEqual({ restored: 1, lost: 0 });
  });
});

describe('a record whose time is in words', () => {
  it('does not keep anything from being recorded after it', async () => {
    const { deps, events } = await written();
    await inflict(MAIN, [events[0]?.id ?? ''], (record) => ({ ...record, at: 'noon' }), 0);
    const store = new LedgerStore(deps);
    await store.append([did('attached')]);
    expect(await store.readAll()).toHaveLength(events.length + 1);
    expect(await store.notice()).toEqual({ restored: 1, lost: 0 });
  });
});

describe('a record', () => {
  it('says what was sealed in it', async () => {
    const event = stamped(did('attached'), 5);
    expect(await open(await seal(event))).toEqual({ kind: 'good', event });
  });

  it.each(DAMAGES.filter(({ what }) => what !== 'deletion'))(
    'is not good with $what',
    async ({ hurts, inflict: damage }) => {
      const record = await seal(stamped(did('attached'), 5));
      const { kind } = await open(damage(record, 2));
      expect(kind).toBe(hurts === 'place' ? 'misplaced' : 'damaged');
    },
  );

  it('is not good under the id of another', async () => {
    const record = await seal(stamped(did('attached'), 5));
    expect(await open({ ...record, id: uuid(6) })).toEqual({ kind: 'damaged' });
  });

  it.each([[undefined], [null], [7], ['text'], [[]], [{}]])('is not %j', async (stored) => {
    expect(await open(stored)).toEqual({ kind: 'damaged' });
  });

  it('shows a single flipped character, wherever it is', async () => {
    const record = await seal(stamped(did('attached'), 5));
    for (let at = 0; at < record.json.length; at++) {
      const { kind } = await open({ ...record, json: flip(record.json, at) });
      expect(kind).toBe('damaged');
    }
  });
});
