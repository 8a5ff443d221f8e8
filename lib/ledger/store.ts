import { z } from '../validation/z.ts';
import { LedgerDatabase } from './database.ts';
import type { LedgerEvent, NewEvent } from './events.ts';
import { FORMAT } from './migrations.ts';
import type { StoredRecord } from './record.ts';
import { ORGANIZATIONS_SHELF, open, seal, shelfOf } from './record.ts';

/** A few small values that outlive the browser, kept apart from the databases. */
export interface SmallStorage {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
}

export interface StoreDeps {
  readonly memory: SmallStorage;
  readonly now: () => number;
  readonly newId: () => string;
  /** The assistant's own version. */
  readonly version: string;
}

/** What the person has to be told of the ledger; it stands until they have read it. */
const noticeSchema = z.object({
  /** Events that were damaged or gone, and came back from the copy. */
  restored: z.int().nonnegative(),
  /** Events that neither database has any more. */
  lost: z.int().nonnegative(),
});
export type LedgerNotice = z.infer<typeof noticeSchema>;
const NO_NOTICE: LedgerNotice = { restored: 0, lost: 0 };
const tallySchema = z.int().nonnegative().catch(0);

/** The ledger was written by a newer version of the assistant: it can be read, not changed. */
export class ReadOnlyLedgerError extends Error {
  override readonly name = 'ReadOnlyLedgerError';
}

export const TALLY_KEY = 'ledger-tally';
export const NOTICE_KEY = 'ledger-notice';
export const LEDGER_DATABASES = [
  'upload-assistant-ledger',
  'upload-assistant-ledger-copy',
] as const;

/**
 * The ledger on disk. Only the background may open it: there its writes and reads run one after the
 * other, for what is half written or half removed looks like damage.
 *
 * Every event is written twice, each time sealed with a checksum: first to the main database, then
 * to the copy; at last the tally of events, kept elsewhere. So whatever is damaged or gone shows,
 * and comes back from the copy; and if both are gone, the tally still says how much is missing.
 * What leaves, leaves in the opposite order. The background may be ended between any two of these
 * steps: then the main database holds all that the copy holds, and the tally is no higher.
 */
export class LedgerStore {
  readonly #main: LedgerDatabase;
  readonly #copy: LedgerDatabase;
  readonly #deps: StoreDeps;
  #lastWrite: Promise<unknown> = Promise.resolve();

  constructor(
    deps: StoreDeps,
    main = new LedgerDatabase(...LEDGER_DATABASES),
    copy = new LedgerDatabase(LEDGER_DATABASES[1], LEDGER_DATABASES[0]),
  ) {
    this.#deps = deps;
    this.#main = main;
    this.#copy = copy;
  }

  /**
   * All or none of the events are kept. Their times never run backwards, even where the clock does.
   * @throws ReadOnlyLedgerError, a QuotaExceededError, or when an event is not as it should be
   */
  append(entries: readonly NewEvent[]): Promise<void> {
    if (entries.length === 0) return Promise.resolve();
    return this.#inOrder(async () => {
      await this.#refuseIfNewer();
      const start = Math.max(this.#deps.now(), (await this.#main.lastTime()) + 1);
      const events = entries.map((entry, place) => this.#stamp(entry, start + place));
      await this.#write(await Promise.all(events.map(seal)));
    });
  }

  /** Adds the events whose ids are not here yet, as they are. @returns their ids */
  merge(events: readonly LedgerEvent[]): Promise<string[]> {
    return this.#inOrder(async () => {
      await this.#refuseIfNewer();
      const known = new Set((await this.#readWhole()).map(({ id }) => id));
      const added = [...new Map(events.map((event) => [event.id, event])).values()].filter(
        ({ id }) => !known.has(id),
      );
      await this.#write(await Promise.all(added.map(seal)));
      return added.map(({ id }) => id);
    });
  }

  /** Takes a merge back. Besides `erase` the one way in which an event leaves. */
  remove(ids: readonly string[]): Promise<void> {
    return this.#inOrder(async () => {
      await this.#refuseIfNewer();
      await this.#takeOut(ids);
    });
  }

  erase(): Promise<void> {
    return this.#inOrder(async () => {
      await this.#deps.memory.set(TALLY_KEY, 0);
      await this.#copy.clear();
      await this.#main.clear();
      await this.#deps.memory.set(NOTICE_KEY, NO_NOTICE);
    });
  }

  /** One organization's events, in no particular order. */
  read(organization: string): Promise<LedgerEvent[]> {
    return this.#inOrder(() => this.#readWhole(organization));
  }

  /** The events about the organizations themselves. */
  readOrganizations(): Promise<LedgerEvent[]> {
    return this.read(ORGANIZATIONS_SHELF);
  }

  readAll(): Promise<LedgerEvent[]> {
    return this.#inOrder(() => this.#readWhole());
  }

  /**
   * Compares the two databases and the tally, and mends what can be mended. To be called once, at
   * the start. It looks at what is there; damage inside a record shows when that record is read.
   */
  check(): Promise<void> {
    return this.#inOrder(async () => {
      if (await this.isReadOnly()) return;
      const ids = [...(await this.#main.ids()), ...(await this.#copy.ids())];
      const known = new Set(ids).size;
      const tally = tallySchema.parse(await this.#deps.memory.get(TALLY_KEY));
      const onShelves = [await this.#main.countOnShelves(), await this.#copy.countOnShelves()];
      if ([...onShelves, tally].every((count) => count === known)) return;
      await this.#mend(Math.max(0, tally - known));
    });
  }

  async isReadOnly(): Promise<boolean> {
    for (const database of [this.#main, this.#copy]) {
      if (await database.isNewer()) return true;
      // The number alone may be damage.
      const newer = await Promise.all((await database.readNewerThan(FORMAT)).map(open));
      if (newer.some(({ kind }) => kind === 'newer')) return true;
    }
    return false;
  }

  async notice(): Promise<LedgerNotice> {
    const stored = noticeSchema.safeParse(await this.#deps.memory.get(NOTICE_KEY));
    return stored.success ? stored.data : NO_NOTICE;
  }

  dismissNotice(): Promise<void> {
    return this.#inOrder(() => this.#deps.memory.set(NOTICE_KEY, NO_NOTICE));
  }

  #stamp(entry: NewEvent, at: number): LedgerEvent {
    const { newId, version } = this.#deps;
    // TypeScript does not see through a spread of a union: an entry of any kind with its stamp is an event.
    return { ...entry, id: newId(), at, version } as LedgerEvent;
  }

  /** @param records none of which is here yet */
  async #write(records: readonly StoredRecord[]): Promise<void> {
    await this.#main.put(records);
    try {
      await this.#copy.put(records);
    } catch (error) {
      await this.#main.remove(records.map(({ id }) => id)); // all or none: there was no room for both
      throw error;
    }
    await this.#updateTally();
  }

  async #takeOut(ids: readonly string[]): Promise<void> {
    const here = new Set(await this.#main.ids());
    const leaving = ids.filter((id) => here.has(id));
    await this.#deps.memory.set(TALLY_KEY, here.size - leaving.length);
    await this.#copy.remove(ids);
    await this.#main.remove(ids);
  }

  async #updateTally(): Promise<void> {
    await this.#deps.memory.set(TALLY_KEY, (await this.#main.ids()).length);
  }

  /** @param shelf all of them where none is named */
  async #readWhole(shelf?: string): Promise<LedgerEvent[]> {
    const main = await openAll(await this.#main.read(shelf));
    const inCopy = await this.#copy.ids(shelf);
    if (main.unfit.length === 0 && inCopy.every((id) => main.ids.has(id))) return [...main.events];
    const events = await this.#mend();
    return shelf === undefined ? events : events.filter((event) => shelfOf(event) === shelf);
  }

  /**
   * What is damaged, misplaced or absent in one database is put back from the other.
   * @param gone how many events neither of them has any more
   * @returns all events
   */
  async #mend(gone = 0): Promise<LedgerEvent[]> {
    const main = await openAll(await this.#main.read());
    const copy = await openAll(await this.#copy.read());
    const events = new Map([...copy.events, ...main.events].map((event) => [event.id, event]));
    const all = [...events.values()];
    if (await this.isReadOnly()) return all;
    const missingIn = ({ ids, unfit }: OpenedRecords) =>
      all.filter(({ id }) => !ids.has(id) || unfit.includes(id));
    const restored = missingIn(main);
    const lost = [...new Set([...main.unfit, ...copy.unfit])].filter((id) => !events.has(id));
    try {
      await this.#main.put(await Promise.all(restored.map(seal)));
      await this.#copy.put(await Promise.all(missingIn(copy).map(seal)));
      // The notice first: should it end here, then better told twice than not at all.
      await this.#addToNotice({ restored: restored.length, lost: lost.length + gone });
      await this.#takeOut(lost);
    } catch (error) {
      // Without room to mend, everything can be read all the same; the next read tries again.
      if (!(error instanceof DOMException)) throw error;
    }
    return all;
  }

  async #addToNotice(more: LedgerNotice): Promise<void> {
    if (more.restored + more.lost === 0) return;
    const { restored, lost } = await this.notice();
    const sum = { restored: restored + more.restored, lost: lost + more.lost };
    await this.#deps.memory.set(NOTICE_KEY, sum);
  }

  async #refuseIfNewer(): Promise<void> {
    if (await this.isReadOnly()) throw new ReadOnlyLedgerError();
  }

  #inOrder<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#lastWrite.then(work);
    this.#lastWrite = result.catch(() => {});
    return result;
  }
}

interface OpenedRecords {
  readonly events: readonly LedgerEvent[];
  readonly ids: ReadonlySet<string>;
  /** Ids of those that are damaged or misplaced. */
  readonly unfit: readonly string[];
}

async function openAll(records: readonly unknown[]): Promise<OpenedRecords> {
  const opened = await Promise.all(records.map(open));
  // The id is the key of a record: even a damaged one has it.
  const ids = records.map((record) => (record as { readonly id: string }).id);
  const isUnfit = (kind: string) => kind === 'damaged' || kind === 'misplaced';
  return {
    events: opened.flatMap((one) => ('event' in one ? [one.event] : [])),
    ids: new Set(ids),
    unfit: ids.filter((_, place) => isUnfit(opened[place]?.kind ?? '')),
  };
}
