import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { FILE_TYPES } from '../../../lib/calpads/file-types.ts';
import { schoolYearFrom } from '../../../lib/calpads/school-year.ts';
import { LedgerDatabase } from '../../../lib/ledger/database.ts';
import type { LedgerEvent, NewEvent } from '../../../lib/ledger/events.ts';
import { inOrder } from '../../../lib/ledger/events.ts';
import { FORMAT } from '../../../lib/ledger/migrations.ts';
import { FIRST_ORGANIZATION } from '../../../lib/ledger/organizations.ts';
import { seal } from '../../../lib/ledger/record.ts';
import { LedgerStore, ReadOnlyLedgerError } from '../../../lib/ledger/store.ts';
import { LEDGER_DATABASES, NOTICE_KEY, TALLY_KEY } from '../../../lib/settings/storage-names.ts';
import { sentFile, uuid } from '../support/attached-file.ts';
import {
  CEDAR,
  did,
  idsOf,
  log,
  MAPLE,
  organization,
  said,
  saved,
  smallStorage,
  stamped,
  storeDeps,
} from '../support/ledger.ts';
import { MemoryDatabase } from '../support/memory-database.ts';

const [MAIN, COPY] = LEDGER_DATABASES;
const NO_NOTICE = { restored: 0, lost: 0 };
const kindsOf = (events: readonly LedgerEvent[]) => inOrder(events).map(({ kind }) => kind);

/** What is no event, in spite of its type. */
const broken = (change: object) => ({ ...did('attached'), ...change }) as NewEvent;

/** What lies in a database, past the ledger's own way to it. */
async function recordsIn(name: string): Promise<Record<string, unknown>[]> {
  const db = await openDB(name);
  const records = await db.getAll('records');
  db.close();
  return records;
}

async function putRaw(name: string, ...records: readonly object[]): Promise<void> {
  const db = await openDB(name);
  for (const record of records) await db.put('records', record);
  db.close();
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('the ledger on disk', () => {
  it('is empty at first, with nothing to report', async () => {
    const store = new LedgerStore(storeDeps());
    await store.check();
    expect(await store.readAll()).toEqual([]);
    expect(await store.notice()).toEqual(NO_NOTICE);
    expect(await store.isReadOnly()).toBe(false);
  });

  it('gives back what was appended, also after it was closed', async () => {
    const deps = storeDeps();
    const store = new LedgerStore(deps);
    await store.append([did('attached'), did('submitted')]);
    await store.append([did('confirmed-on-page')]);
    const kinds = ['attached', 'submitted', 'confirmed-on-page'];
    expect(kindsOf(await store.read(MAPLE))).toEqual(kinds);
    expect(kindsOf(await new LedgerStore(deps).read(MAPLE))).toEqual(kinds);
  });

  it('gives each event an id, the time and the version', async () => {
    const store = new LedgerStore(storeDeps({ now: () => 5000 }));
    await store.append([did('attached')]);
    expect(await store.readAll()).toEqual([
      { ...did('attached'), id: uuid(1), at: 5000, version: '0.1.0' },
    ]);
  });

  it('keeps the organizations apart, and what is about them by itself', async () => {
    const store = new LedgerStore(storeDeps());
    const ofCedar = { ...said('said-sent'), organization: CEDAR };
    await store.append([saved(organization()), did('attached'), ofCedar]);
    expect(kindsOf(await store.read(MAPLE))).toEqual(['attached']);
    expect(kindsOf(await store.read(CEDAR))).toEqual(['said-sent']);
    expect(kindsOf(await store.readOrganizations())).toEqual(['organization-saved']);
    expect(await store.readAll()).toHaveLength(3);
  });

  it('loses nothing of many appends and reads at once, and reports no damage', async () => {
    const store = new LedgerStore(storeDeps());
    const appends = Array.from({ length: 50 }, async () => {
      await store.append([did('attached')]);
      await store.readAll();
    });
    await Promise.all(appends);
    expect(await store.readAll()).toHaveLength(50);
    expect(await store.notice()).toEqual(NO_NOTICE);
  });

  it.each([
    ['an unknown kind', { kind: 'guessed' }],
    ['no organization', { organization: '' }],
    ['an unknown type', { file: { ...sentFile('SENR'), fileType: 'CENR' } }],
    ['a school year that cannot be', { file: { ...sentFile('SENR'), schoolYear: '2022-24' } }],
    ['half a hash', { file: { ...sentFile('SENR'), contentHash: 'abc' } }],
    ['rows below none', { file: { ...sentFile('SENR'), rows: -1 } }],
  ])('takes no event with %s, nor those appended with it, and goes on', async (_what, change) => {
    const store = new LedgerStore(storeDeps());
    await expect(store.append([did('attached'), broken(change)])).rejects.toThrow();
    expect(await store.readAll()).toEqual([]);
    await store.append([did('submitted')]);
    expect(kindsOf(await store.readAll())).toEqual(['submitted']);
  });

  it('stamps every event itself, whatever it is handed', async () => {
    const store = new LedgerStore(storeDeps({ now: () => 5000 }));
    await store.append([broken({ id: uuid(77), at: 1, version: '99' })]);
    expect(await store.readAll()).toMatchObject([{ id: uuid(1), at: 5000, version: '0.1.0' }]);
  });

  it('keeps nothing that an event has not', async () => {
    const store = new LedgerStore(storeDeps());
    await store.append([broken({ student: 'Zqxana' })]);
    expect(JSON.stringify(await recordsIn(MAIN))).not.toContain('Zqxana');
    expect(JSON.stringify(await recordsIn(COPY))).not.toContain('Zqxana');
  });
});

describe('the clock', () => {
  it('may be moved back: the order of events stays', async () => {
    const times = [9000, 9000, 5, 6, 9001];
    const store = new LedgerStore(storeDeps({ now: () => times.shift() ?? 0 }));
    const kinds = ['attached', 'submitted', 'confirmed-on-page', 'taken-back', 'attached'] as const;
    for (const kind of kinds) await store.append([did(kind)]);
    expect(kindsOf(await store.readAll())).toEqual(kinds);
    expect(inOrder(await store.readAll()).map(({ at }) => at)).toEqual([
      9000, 9001, 9002, 9003, 9004,
    ]);
  });

  it('may stand still: events of one append keep their order too', async () => {
    const store = new LedgerStore(storeDeps({ now: () => 9000 }));
    await store.append([did('attached'), did('submitted')]);
    await store.append([did('confirmed-on-page')]);
    expect(kindsOf(await store.readAll())).toEqual(['attached', 'submitted', 'confirmed-on-page']);
  });

  it('of another computer may be ahead: what is appended here comes after what was merged', async () => {
    const store = new LedgerStore(storeDeps({ now: () => 9000 }));
    await store.merge([stamped(did('attached'), 500_000)]);
    await store.append([did('submitted')]);
    expect(kindsOf(await store.readAll())).toEqual(['attached', 'submitted']);
  });
});

describe('merging', () => {
  const events = log(did('attached'), did('submitted'), did('confirmed-on-page'));

  it('adds what is new as it is, and says which', async () => {
    const store = new LedgerStore(storeDeps());
    expect(await store.merge(events.slice(0, 2))).toEqual([uuid(1), uuid(2)]);
    expect(await store.merge(events)).toEqual([uuid(3)]);
    expect(await store.merge(events)).toEqual([]);
    expect(inOrder(await store.readAll())).toEqual(events);
  });

  it('takes an event that is there twice once', async () => {
    const store = new LedgerStore(storeDeps());
    expect(await store.merge([...events, ...events])).toHaveLength(3);
    expect(await store.readAll()).toHaveLength(3);
  });

  it('changes no event that is here already', async () => {
    const store = new LedgerStore(storeDeps());
    await store.merge(events);
    const [first] = events;
    await store.merge([{ ...first, at: 99 } as LedgerEvent]);
    expect(inOrder(await store.readAll())).toEqual(events);
  });

  it('can be taken back, without a word of loss', async () => {
    const deps = storeDeps();
    const store = new LedgerStore(deps);
    await store.append([said('said-sent')]);
    const added = await store.merge(events.map((event) => ({ ...event, id: uuid(event.at + 50) })));
    await Promise.all([store.remove(added), store.readAll()]);
    await store.check();
    expect(kindsOf(await store.readAll())).toEqual(['said-sent']);
    const again = new LedgerStore(deps);
    await again.check();
    expect(kindsOf(await again.readAll())).toEqual(['said-sent']);
    expect(await again.notice()).toEqual(NO_NOTICE);
  });
});

describe('erasing', () => {
  it('leaves nothing in either database, and nothing to report', async () => {
    const deps = storeDeps();
    const store = new LedgerStore(deps);
    await store.append([saved(organization()), did('attached')]);
    await Promise.all([store.erase(), store.readAll(), store.check()]);
    expect(await recordsIn(MAIN)).toEqual([]);
    expect(await recordsIn(COPY)).toEqual([]);
    const again = new LedgerStore(deps);
    await again.check();
    expect(await again.readAll()).toEqual([]);
    expect(await again.notice()).toEqual(NO_NOTICE);
  });
});

describe('the notice', () => {
  it('stands until it was read', async () => {
    const deps = storeDeps();
    const store = new LedgerStore(deps);
    await store.append([did('attached'), did('submitted')]);
    await putRaw(MAIN, { ...(await recordsIn(MAIN))[0], json: '{}' });
    await store.readAll();
    expect(await new LedgerStore(deps).notice()).toEqual({ restored: 1, lost: 0 });
    await store.dismissNotice();
    expect(await store.notice()).toEqual(NO_NOTICE);
  });

  it.each([[{ restored: -1, lost: 0 }], ['many'], [{ lost: 'x' }]])(
    'that cannot be read, %j, is none',
    async (stored) => {
      const memory = smallStorage();
      await memory.set(NOTICE_KEY, stored);
      expect(await new LedgerStore(storeDeps({ memory })).notice()).toEqual(NO_NOTICE);
    },
  );

  it.each([[undefined], ['many'], [-5], [Number.NaN], [1.5]])(
    'says nothing of a tally that cannot be read: %s',
    async (tally) => {
      const deps = storeDeps();
      const store = new LedgerStore(deps);
      await store.append([did('attached')]);
      await deps.memory.set(TALLY_KEY, tally);
      await store.check();
      expect(await store.notice()).toEqual(NO_NOTICE);
      expect(await deps.memory.get(TALLY_KEY)).toBe(1);
    },
  );
});

describe('a ledger of version 1', () => {
  const raw = (n: number) => ({
    id: uuid(n),
    at: n,
    kind: 'attached',
    submission: uuid(1000),
    file: sentFile('SENR'),
    version: '0.1.0',
  });

  async function writeVersion1(...events: readonly object[]): Promise<void> {
    const db = await openDB(MAIN, 1, {
      upgrade: (created) => void created.createObjectStore('events', { keyPath: 'id' }),
    });
    for (const event of events) await db.put('events', event);
    db.close();
  }

  it('is brought up to date, its events those of the first organization', async () => {
    await writeVersion1(raw(1), raw(2));
    const deps = storeDeps();
    const store = new LedgerStore(deps);
    await store.check();
    const events = inOrder(await store.read(FIRST_ORGANIZATION));
    expect(events).toEqual([1, 2].map((n) => ({ ...raw(n), organization: FIRST_ORGANIZATION })));
    expect(await store.notice()).toEqual(NO_NOTICE);
    expect(await recordsIn(COPY)).toHaveLength(2);
    expect(await deps.memory.get(TALLY_KEY)).toBe(2);
  });

  it('is written on in order', async () => {
    await writeVersion1(raw(71));
    const store = new LedgerStore(storeDeps());
    await store.append([{ ...did('submitted'), organization: FIRST_ORGANIZATION }]);
    expect(kindsOf(await store.read(FIRST_ORGANIZATION))).toEqual(['attached', 'submitted']);
  });

  it('with an event that is none counts it as lost, and keeps the others', async () => {
    await writeVersion1(raw(1), { ...raw(2), kind: 'guessed' }, { id: uuid(3) });
    const store = new LedgerStore(storeDeps());
    await store.check();
    expect(await store.readAll()).toHaveLength(1);
    expect(await store.notice()).toEqual({ restored: 0, lost: 2 });
  });
});

describe('a ledger of a newer version', () => {
  async function newerRecord(n: number) {
    const record = await seal(stamped(did('attached'), n));
    const json = JSON.stringify({ kind: 'of the future' });
    const bytes = new TextEncoder().encode(`${FORMAT + 1} ${json}`);
    const sha256 = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
    return { ...record, json, format: FORMAT + 1, sha256 };
  }

  async function expectReadOnly(store: LedgerStore): Promise<void> {
    await store.check();
    expect(await store.isReadOnly()).toBe(true);
    const event = stamped(said('said-sent'), 60);
    for (const change of [
      store.append([did('attached')]),
      store.merge([event]),
      store.remove([event.id]),
    ]) {
      await expect(change).rejects.toThrow(ReadOnlyLedgerError);
    }
  }

  it.each([
    ['in both databases', [MAIN, COPY]],
    ['in the main database', [MAIN]],
    ['in the copy', [COPY]],
  ])(
    'whose records have a newer format %s can be read as far as known, and not changed',
    async (_what, names) => {
      const store = new LedgerStore(storeDeps());
      await store.append([did('attached'), did('submitted')]);
      const newer = await newerRecord(50);
      for (const name of names) await putRaw(name, newer);
      await expectReadOnly(store);
      expect(kindsOf(await store.read(MAPLE))).toEqual(['attached', 'submitted']);
      expect(await store.notice()).toEqual(NO_NOTICE);
      for (const name of names) expect(await recordsIn(name)).toContainEqual(newer);
    },
  );

  it('whose database has a newer version can be read, and not changed', async () => {
    await new LedgerStore(storeDeps()).append([did('attached')]);
    const upgraded = await openDB(MAIN, 3, {
      upgrade: (db) => void db.createObjectStore('of the future'),
    });
    upgraded.close();
    const store = new LedgerStore(storeDeps());
    await expectReadOnly(store);
    expect(kindsOf(await store.readAll())).toEqual(['attached']);
  });

  it('is not mended either', async () => {
    const store = new LedgerStore(storeDeps());
    await store.append([did('attached'), did('submitted')]);
    await putRaw(MAIN, await newerRecord(50));
    const [first] = await recordsIn(MAIN);
    const damaged = { ...first, json: '{}' };
    await putRaw(MAIN, damaged);
    expect(kindsOf(await store.readAll())).toEqual(['attached', 'submitted']);
    expect(await recordsIn(MAIN)).toContainEqual(damaged);
    expect(await store.notice()).toEqual(NO_NOTICE);
  });

  it('is not one whose format number is merely damaged', async () => {
    const store = new LedgerStore(storeDeps());
    await store.append([did('attached'), did('submitted')]);
    const [first] = await recordsIn(MAIN);
    await putRaw(MAIN, { ...first, format: 77 });
    expect(await store.isReadOnly()).toBe(false);
    await store.append([did('confirmed-on-page')]);
    expect(await store.readAll()).toHaveLength(3);
  });

  it('can be erased', async () => {
    const store = new LedgerStore(storeDeps());
    await store.append([did('attached')]);
    await putRaw(MAIN, await newerRecord(50));
    await store.erase();
    expect(await store.isReadOnly()).toBe(false);
    expect(await store.readAll()).toEqual([]);
  });
});

describe('what is half done', () => {
  /** A copy that is looked at only when the test says so. */
  class SlowDatabase extends MemoryDatabase {
    #gate = Promise.resolve();

    /** @returns what lets everyone through again */
    hold(): () => void {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#gate = promise;
      return resolve;
    }

    override async ids(): Promise<string[]> {
      await this.#gate;
      return super.ids();
    }

    override async idsOn(shelves: readonly string[]): Promise<string[][]> {
      await this.#gate;
      return super.idsOn(shelves);
    }
  }

  const reads: readonly (readonly [string, (store: LedgerStore) => Promise<unknown>])[] = [
    ['one organization is read', (store) => store.read(MAPLE)],
    ['everything is read', (store) => store.readAll()],
    ['everything is checked', (store) => store.check()],
  ];
  const writes: readonly (readonly [string, (store: LedgerStore) => Promise<unknown>, number])[] = [
    ['an append', (store) => store.append([did('submitted')]), 3],
    ['a merge', (store) => store.merge(log(did('submitted'))), 2],
    ['a removal', (store) => store.remove([uuid(2)]), 1],
    ['an erasure', (store) => store.erase(), 0],
  ];
  const cases = reads.flatMap(([reading, read]) =>
    writes.map(([writing, write, left]) => ({ reading, read, writing, write, left })),
  );

  it.each(cases)('is no damage: $writing while $reading', async ({ read, write, left }) => {
    const copy = new SlowDatabase();
    const main = new MemoryDatabase();
    const store = new LedgerStore(storeDeps(), main, copy);
    await store.append([did('attached'), did('attached')]);
    const release = copy.hold();
    const reading = read(store);
    const writing = write(store);
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
    release();
    await Promise.all([reading, writing]);
    expect(await store.notice()).toEqual(NO_NOTICE);
    expect([main.records.size, copy.records.size]).toEqual([left, left]);
  });
});

describe('without room', () => {
  const full = () => new DOMException('full', 'QuotaExceededError');
  class FullDatabase extends MemoryDatabase {
    isFull = false;
    override async put(records: Parameters<MemoryDatabase['put']>[0]): Promise<void> {
      if (this.isFull) throw full();
      await super.put(records);
    }
  }

  it.each(['main', 'copy'] as const)('in the %s an append is refused whole', async (which) => {
    const databases = { main: new FullDatabase(), copy: new FullDatabase() };
    const deps = storeDeps();
    const store = new LedgerStore(deps, databases.main, databases.copy);
    await store.append([did('attached')]);
    databases[which].isFull = true;
    const append = store.append([did('submitted'), did('confirmed-on-page')]);
    await expect(append).rejects.toMatchObject({ name: 'QuotaExceededError' });
    const again = new LedgerStore(deps, databases.main, databases.copy);
    await again.check();
    expect(kindsOf(await again.readAll())).toEqual(['attached']);
    expect(await again.notice()).toEqual(NO_NOTICE);
    databases[which].isFull = false;
    await again.append([did('submitted')]);
    expect(kindsOf(await again.readAll())).toEqual(['attached', 'submitted']);
  });

  it('to mend, everything is read all the same, and mended later', async () => {
    const databases = { main: new FullDatabase(), copy: new FullDatabase() };
    const store = new LedgerStore(storeDeps(), databases.main, databases.copy);
    await store.append([did('attached'), did('submitted')]);
    databases.main.records.delete(uuid(1));
    databases.main.isFull = true;
    expect(kindsOf(await store.readAll())).toEqual(['attached', 'submitted']);
    expect(await store.notice()).toEqual(NO_NOTICE);
    databases.main.isFull = false;
    expect(kindsOf(await store.readAll())).toEqual(['attached', 'submitted']);
    expect(await store.notice()).toEqual({ restored: 1, lost: 0 });
  });
});

describe('a database that cannot be opened', () => {
  /** Opening the named databases fails so many times, as it does when their files are damaged. */
  function failToOpen(names: readonly string[], times: number, reason = 'UnknownError') {
    const real = indexedDB.open.bind(indexedDB);
    let left = times;
    indexedDB.open = (name, version) => {
      if (!names.includes(name) || left === 0) return real(name, version);
      left -= 1;
      throw new DOMException('damaged', reason);
    };
  }

  async function written() {
    const deps = storeDeps();
    await new LedgerStore(deps).append([did('attached'), did('submitted')]);
    return deps;
  }

  it.each([MAIN, COPY])('is made anew, and filled from its twin: %s', async (name) => {
    const deps = await written();
    failToOpen([name], 1);
    const store = new LedgerStore(deps);
    await store.check();
    expect(kindsOf(await store.readAll())).toEqual(['attached', 'submitted']);
    expect(await recordsIn(MAIN)).toHaveLength(2);
    expect(await recordsIn(COPY)).toHaveLength(2);
    expect(await store.notice()).toEqual({ restored: name === MAIN ? 2 : 0, lost: 0 });
  });

  it('is left as it is when its twin cannot be opened either', async () => {
    const deps = await written();
    failToOpen(LEDGER_DATABASES, 2);
    const store = new LedgerStore(deps);
    await expect(store.readAll()).rejects.toThrow('damaged');
    expect(kindsOf(await store.readAll())).toEqual(['attached', 'submitted']);
    expect(await store.notice()).toEqual(NO_NOTICE);
  });

  it.each(['QuotaExceededError', 'AbortError'])('is left as it is after a %s', async (reason) => {
    const deps = await written();
    failToOpen([MAIN], 1, reason);
    const store = new LedgerStore(deps);
    await expect(store.readAll()).rejects.toThrow('damaged');
    expect(await store.readAll()).toHaveLength(2);
    expect(await store.notice()).toEqual(NO_NOTICE);
  });

  it('does not hold up an update of the assistant', async () => {
    const database = new LedgerDatabase(MAIN, COPY);
    await database.ids();
    const upgraded = await openDB(MAIN, 3);
    expect(upgraded.version).toBe(3);
    upgraded.close();
    expect(await database.isNewer()).toBe(true);
    const again = await openDB(MAIN, 4);
    expect(again.version).toBe(4);
    again.close();
  });
});

describe('twenty organizations with ten years each', () => {
  it('are written, and each is read by itself', { timeout: 30_000 }, async () => {
    const store = new LedgerStore(storeDeps());
    const whole = (n: number) =>
      Array.from({ length: 10 }, (_, more) => schoolYearFrom(2015 + more)).flatMap((year) =>
        FILE_TYPES.map((type) => ({
          ...did('confirmed-on-page', sentFile(type, year, { rows: n })),
          organization: uuid(800_000 + n),
        })),
      );
    for (let n = 1; n <= 20; n++) await store.append(whole(n));
    for (const n of [1, 20]) {
      const events = await store.read(uuid(800_000 + n));
      expect(events).toHaveLength(70);
      expect(events.every((event) => 'file' in event && event.file.rows === n)).toBe(true);
    }
    expect(new Set(idsOf(await store.readAll())).size).toBe(1400);
    expect(await store.notice()).toEqual(NO_NOTICE);
  });
});
