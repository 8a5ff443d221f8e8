import type { DBSchema, IDBPDatabase, OpenDBCallbacks } from 'idb';
import { deleteDB, openDB } from 'idb';
import type { StoredRecord } from './record.ts';

interface Schema extends DBSchema {
  records: {
    key: string;
    value: StoredRecord;
    indexes: { shelf: string; at: number; format: number };
  };
  /** Version 1 had it. Its events move to `records`. */
  events: { key: string; value: { id: string; at: number } };
}

const VERSION = 2;
/** The events of version 1 belong to this organization. */
const SHELF_OF_VERSION_1 = '00000000-0000-4000-8000-000000000001';

/** Sealed records on the disk. It knows nothing of their content. */
export class LedgerDatabase {
  readonly #name: string;
  readonly #twin: string;
  #db: Promise<IDBPDatabase<Schema>> | undefined;

  /** @param twin name of the database that holds the same records */
  constructor(name: string, twin: string) {
    this.#name = name;
    this.#twin = twin;
  }

  /** Whether a newer version of the assistant wrote it. */
  async isNewer(): Promise<boolean> {
    return (await this.#open()).version > VERSION;
  }

  async read(): Promise<unknown[]> {
    return (await this.#open()).getAll('records');
  }

  async ids(): Promise<string[]> {
    return (await this.#open()).getAllKeys('records');
  }

  /** The records on each of those shelves, as they were at one moment. */
  async readOn(shelves: readonly string[]): Promise<unknown[][]> {
    const index = (await this.#open()).transaction('records').store.index('shelf');
    return Promise.all(shelves.map((shelf) => index.getAll(shelf)));
  }

  /** The ids on each of those shelves, as they were at one moment. */
  async idsOn(shelves: readonly string[]): Promise<string[][]> {
    const index = (await this.#open()).transaction('records').store.index('shelf');
    return Promise.all(shelves.map((shelf) => index.getAllKeys(shelf)));
  }

  /** How many records lie on any shelf at all. Damage can take a record off its shelf. */
  async countOnShelves(): Promise<number> {
    return (await this.#open()).countFromIndex('records', 'shelf');
  }

  async readNewerThan(format: number): Promise<unknown[]> {
    const newer = IDBKeyRange.lowerBound(format, true);
    return (await this.#open()).getAllFromIndex('records', 'format', newer);
  }

  /**
   * The time of the latest record up to that moment; 0 when there is none.
   * @param until milliseconds since 1970
   */
  async lastTime(until: number): Promise<number> {
    const transaction = (await this.#open()).transaction('records');
    const range = IDBKeyRange.upperBound(until);
    const cursor = await transaction.store.index('at').openKeyCursor(range, 'prev');
    return cursor?.key ?? 0;
  }

  /** @param moment milliseconds since 1970 */
  async readLaterThan(moment: number): Promise<unknown[]> {
    const later = IDBKeyRange.bound(moment, Number.MAX_SAFE_INTEGER, true);
    return (await this.#open()).getAllFromIndex('records', 'at', later);
  }

  /** Writes all or none of them, over those with the same ids. */
  async put(records: readonly StoredRecord[]): Promise<void> {
    const transaction = (await this.#open()).transaction('records', 'readwrite');
    await Promise.all([...records.map((one) => transaction.store.put(one)), transaction.done]);
  }

  async remove(ids: readonly string[]): Promise<void> {
    const transaction = (await this.#open()).transaction('records', 'readwrite');
    await Promise.all([...ids.map((id) => transaction.store.delete(id)), transaction.done]);
  }

  async clear(): Promise<void> {
    await (await this.#open()).clear('records');
  }

  #open(): Promise<IDBPDatabase<Schema>> {
    const forget = () => {
      this.#db = undefined;
    };
    this.#db ??= openOrRenew(this.#name, this.#twin, forget).catch((error: unknown) => {
      forget();
      throw error;
    });
    return this.#db;
  }
}

/**
 * A newer version's database is opened as it is, for reading. One that cannot be opened at all is
 * deleted and made again, and its records come back from its twin. If the twin cannot be opened
 * either, or there is no room, nothing is wrong with this one, and it is left as it is.
 */
async function openOrRenew(
  name: string,
  twin: string,
  onClosed: () => void,
): Promise<IDBPDatabase<Schema>> {
  try {
    return await openAt(name, onClosed);
  } catch (error) {
    const reason = error instanceof DOMException ? error.name : '';
    if (reason === 'VersionError') return openDB<Schema>(name, undefined, closing(onClosed));
    if (reason === 'QuotaExceededError' || reason === 'AbortError') throw error;
    (await openDB(twin)).close();
    await deleteDB(name);
    return openAt(name, onClosed);
  }
}

function openAt(name: string, onClosed: () => void): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(name, VERSION, {
    async upgrade(db, _from, _to, transaction) {
      const records = db.createObjectStore('records', { keyPath: 'id' });
      records.createIndex('shelf', 'shelf');
      records.createIndex('at', 'at');
      records.createIndex('format', 'format');
      if (!db.objectStoreNames.contains('events')) return;
      for (const event of await transaction.objectStore('events').getAll()) {
        const { id, at } = event;
        const json = JSON.stringify(event);
        await records.put({ id, at, json, shelf: SHELF_OF_VERSION_1, format: 1, sha256: '' });
      }
      db.deleteObjectStore('events');
    },
    ...closing(onClosed),
  });
}

function closing(onClosed: () => void): Pick<OpenDBCallbacks<Schema>, 'blocking' | 'terminated'> {
  return {
    blocking(_from, _to, event) {
      (event.target as IDBDatabase).close(); // an update of the assistant must not wait for us
      onClosed();
    },
    terminated: onClosed,
  };
}
