import type { DBSchema, IDBPDatabase } from 'idb';
import { openDB } from 'idb';
import type { LedgerEvent } from './events.ts';
import { ledgerEvent } from './events.ts';

interface LedgerDb extends DBSchema {
  events: { key: string; value: unknown };
}

const DB_NAME = 'upload-assistant-ledger';
const DB_VERSION = 1;

/**
 * The ledger on disk. Only the background may open it: there it has one writer, and its writes run
 * one after the other.
 */
export class LedgerStore {
  readonly #db: Promise<IDBPDatabase<LedgerDb>>;
  #lastWrite: Promise<unknown> = Promise.resolve();

  constructor() {
    this.#db = openDB<LedgerDb>(DB_NAME, DB_VERSION, {
      upgrade(db) {
        db.createObjectStore('events', { keyPath: 'id' });
      },
    });
  }

  /** All or none of the events are kept. @throws when one of them is not as it should be */
  append(events: readonly LedgerEvent[]): Promise<void> {
    const checked = events.map((event) => ledgerEvent.parse(event));
    const write = this.#lastWrite.then(() => this.#write(checked));
    this.#lastWrite = write.catch(() => {});
    return write;
  }

  /** In no particular order. Records that another version wrote and this one cannot read are left out. */
  async read(): Promise<LedgerEvent[]> {
    const stored = await (await this.#db).getAll('events');
    return stored.flatMap((record) => {
      const parsed = ledgerEvent.safeParse(record);
      return parsed.success ? [parsed.data] : [];
    });
  }

  async #write(events: readonly LedgerEvent[]): Promise<void> {
    const transaction = (await this.#db).transaction('events', 'readwrite');
    await Promise.all([...events.map((event) => transaction.store.put(event)), transaction.done]);
  }
}
