import type { SmallStorage } from '../../../lib/ledger/small-storage.ts';
import type { MemoryDatabase } from './memory-database.ts';
import { withPause } from './memory-database.ts';

export class Died extends Error {
  override readonly name = 'Died';
}

/** A background that the browser ends at its n-th operation on what it has stored. */
export class Life {
  operations = 0;
  readonly #last: number;

  /** @param last number of the last operation that is still done */
  constructor(last = Number.POSITIVE_INFINITY) {
    this.#last = last;
  }

  spend(): void {
    this.operations += 1;
    if (this.operations > this.#last) throw new Died();
  }
}

/** A database that stops doing anything once that life has ended. */
export function mortalDatabase(database: MemoryDatabase, life: Life): MemoryDatabase {
  return withPause(database, async () => life.spend());
}

export function mortalStorage(storage: SmallStorage, life: Life): SmallStorage {
  return {
    async get(key) {
      life.spend();
      return storage.get(key);
    },
    async set(key, value) {
      life.spend();
      await storage.set(key, value);
    },
  };
}
