import { LedgerDatabase } from '../../../lib/ledger/database.ts';
import type { StoredRecord } from '../../../lib/ledger/record.ts';

/** A ledger database in memory, for the tests that open thousands of them. */
export class MemoryDatabase extends LedgerDatabase {
  readonly records = new Map<string, StoredRecord>();

  constructor() {
    super('in memory', 'in memory');
  }

  override async isNewer(): Promise<boolean> {
    return false;
  }

  override async read(): Promise<unknown[]> {
    return structuredClone(this.#all());
  }

  override async ids(): Promise<string[]> {
    return this.#all().map(({ id }) => id);
  }

  override async readOn(shelves: readonly string[]): Promise<unknown[][]> {
    return structuredClone(this.#on(shelves));
  }

  override async idsOn(shelves: readonly string[]): Promise<string[][]> {
    return this.#on(shelves).map((records) => records.map(({ id }) => id));
  }

  override async countOnShelves(): Promise<number> {
    return this.records.size;
  }

  override async readNewerThan(format: number): Promise<unknown[]> {
    return this.#all().filter((record) => record.format > format);
  }

  override async lastTime(until: number): Promise<number> {
    const times = this.#all().map(({ at }) => at);
    return Math.max(0, ...times.filter((at) => at <= until));
  }

  override async readLaterThan(moment: number): Promise<unknown[]> {
    return structuredClone(this.#all().filter(({ at }) => at > moment));
  }

  override async put(records: readonly StoredRecord[]): Promise<void> {
    for (const record of records) this.records.set(record.id, structuredClone(record));
  }

  override async remove(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.records.delete(id);
  }

  override async clear(): Promise<void> {
    this.records.clear();
  }

  #all(): StoredRecord[] {
    return [...this.records.values()];
  }

  #on(shelves: readonly string[]): StoredRecord[][] {
    return shelves.map((shelf) => this.#all().filter((record) => record.shelf === shelf));
  }
}

/** The same database, with something that happens before each of its operations. */
export function withPause(database: MemoryDatabase, pause: () => Promise<void>): MemoryDatabase {
  return new Proxy(database, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return async (...args: readonly unknown[]): Promise<unknown> => {
        await pause();
        return Reflect.apply(value, target, args) as unknown;
      };
    },
  });
}
