import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LedgerEvent } from '../../../lib/ledger/events.ts';
import { LedgerStore } from '../../../lib/ledger/store.ts';
import { sentFile, uuid } from '../support/sent-file.ts';

const event = (n: number): LedgerEvent => ({
  id: uuid(n),
  at: n,
  kind: 'attached',
  submission: uuid(1000),
  file: sentFile('SENR'),
  version: '0.1.0',
});

const inOrder = (events: readonly LedgerEvent[]) => events.toSorted((a, b) => a.at - b.at);

/** What is no event, in spite of its type. */
const broken = (change: object) => ({ ...event(1), ...change }) as LedgerEvent;

async function putRaw(...records: readonly object[]): Promise<void> {
  const db = await openDB('upload-assistant-ledger', 1);
  for (const record of records) await db.put('events', record);
  db.close();
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('the ledger on disk', () => {
  it('is empty at first', async () => {
    expect(await new LedgerStore().read()).toEqual([]);
  });

  it('gives back what was appended, also after it was closed', async () => {
    const events = [event(1), event(2), event(3)];
    const store = new LedgerStore();
    await store.append(events.slice(0, 2));
    await store.append(events.slice(2));
    expect(inOrder(await store.read())).toEqual(events);
    expect(inOrder(await new LedgerStore().read())).toEqual(events);
  });

  it('keeps an event of one id once', async () => {
    const store = new LedgerStore();
    await store.append([event(1)]);
    await store.append([event(1), event(2)]);
    expect(await store.read()).toHaveLength(2);
  });

  it('loses nothing of many appends at once', async () => {
    const store = new LedgerStore();
    const all = Array.from({ length: 50 }, (_, n) => event(n + 1));
    await Promise.all(all.map((one) => store.append([one])));
    expect(inOrder(await store.read())).toEqual(all);
  });

  it.each([
    ['an id that is none', { id: 'x' }],
    ['no time', { at: 0 }],
    ['an unknown kind', { kind: 'guessed' }],
    ['an unknown type', { file: { ...sentFile('SENR'), fileType: 'CENR' } }],
    ['a school year that cannot be', { file: { ...sentFile('SENR'), schoolYear: '2022-24' } }],
    ['half a hash', { file: { ...sentFile('SENR'), contentHash: 'abc' } }],
    ['rows below none', { file: { ...sentFile('SENR'), rows: -1 } }],
  ])('takes no event with %s, nor those appended with it', async (_what, change) => {
    const store = new LedgerStore();
    const append = async () => store.append([event(2), broken(change)]);
    await expect(append()).rejects.toThrow();
    expect(await store.read()).toEqual([]);
  });

  it('goes on after an event it did not take', async () => {
    const store = new LedgerStore();
    const append = async () => store.append([broken({ at: -1 })]);
    await expect(append()).rejects.toThrow();
    await store.append([event(2)]);
    expect(await store.read()).toEqual([event(2)]);
  });

  it('keeps nothing that an event has not', async () => {
    const store = new LedgerStore();
    await store.append([broken({ student: 'Zqxana' })]);
    expect(JSON.stringify(await store.read())).not.toContain('Zqxana');
  });

  it('leaves out a record that it cannot read, and shows the others', async () => {
    const store = new LedgerStore();
    await store.append([event(1)]);
    await putRaw({ id: uuid(2), kind: 'of another version' }, { id: uuid(3) });
    expect(await store.read()).toEqual([event(1)]);
  });
});
