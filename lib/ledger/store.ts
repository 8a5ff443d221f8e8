import type { Organization } from '../requirements/organization.ts';
import { LEDGER_DATABASES, NOTICE_KEY, TALLY_KEY } from '../settings/storage-names.ts';
import { z } from '../validation/z.ts';
import { CLOCK_GRACE_MS, isFuture } from './clock.ts';
import { LedgerDatabase } from './database.ts';
import type { LedgerEvent, NewEvent } from './events.ts';
import { KeptSummaries } from './kept-summaries.ts';
import { FORMAT } from './migrations.ts';
import { isoDay } from './next-step.ts';
import type { LedgerNotice } from './notice.ts';
import { NO_NOTICE, noticeSchema } from './notice.ts';
import { organizationsOf } from './organizations.ts';
import type { StoredRecord } from './record.ts';
import { ORGANIZATIONS_SHELF, open, seal, shelfOf } from './record.ts';
import type { SmallStorage } from './small-storage.ts';
import type { OrganizationSummary } from './summary.ts';

export interface StoreDeps {
  readonly memory: SmallStorage;
  readonly now: () => number;
  readonly newId: () => string;
  /** The assistant's own version. */
  readonly version: string;
}

const SUMMARIES_AT_ONCE = 20;

const tallySchema = z.int().nonnegative().catch(0);

/** A newer version of the assistant wrote the ledger: this one can read it, and not change it. */
export class ReadOnlyLedgerError extends Error {
  override readonly name = 'ReadOnlyLedgerError';
}

/** An event to be merged lies in the future. */
export class FutureEventError extends Error {
  override readonly name = 'FutureEventError';
}

/**
 * The ledger on disk. Only the background may open it. There its writes and reads run one after the
 * other, because a half-written event looks like damage.
 *
 * Every event is written twice, each time sealed with a checksum: first to the main database, then
 * to the copy. Last comes the tally of events, which is kept elsewhere. So damage and loss show, and
 * the copy makes up for them. If both are gone, the tally still says how many events are missing.
 * Events are removed in the opposite order. The background may end between any two of these steps:
 * then the main database holds everything that the copy holds, and the tally is no higher.
 */
export class LedgerStore {
  readonly #main: LedgerDatabase;
  readonly #copy: LedgerDatabase;
  readonly #deps: StoreDeps;
  readonly #summaries: KeptSummaries;
  #lastWrite: Promise<unknown> = Promise.resolve();

  constructor(
    deps: StoreDeps,
    main = new LedgerDatabase(...LEDGER_DATABASES),
    copy = new LedgerDatabase(LEDGER_DATABASES[1], LEDGER_DATABASES[0]),
  ) {
    this.#deps = deps;
    this.#main = main;
    this.#copy = copy;
    const { memory, version } = deps;
    this.#summaries = new KeptSummaries({
      memory,
      version,
      idsOn: (shelves) => main.idsOn(shelves),
    });
  }

  /**
   * Keeps all or none of the events. In the ledger's order they come after all that are here, whatever
   * the clock says. Their times are later, too, except than those of events in the future.
   * @throws ReadOnlyLedgerError, a QuotaExceededError, or when an event is not as it should be
   */
  append(entries: readonly NewEvent[]): Promise<void> {
    if (entries.length === 0) return Promise.resolve();
    return this.#inOrder(async () => {
      await this.#refuseIfNewer();
      const now = this.#deps.now();
      const start = Math.max(now, (await this.#main.lastTime(now + CLOCK_GRACE_MS)) + 1);
      const events = entries.map((entry, place) => this.#stamp(entry, start + place));
      await this.#write(await this.#afterFuture(events, now));
    });
  }

  /**
   * Adds the events whose ids are not here yet, as they are. The summaries are made at once, because
   * all events are at hand.
   * @returns their ids
   * @throws FutureEventError when one of them lies in the future: then none is added
   */
  merge(events: readonly LedgerEvent[]): Promise<string[]> {
    return this.#inOrder(async () => {
      await this.#refuseIfNewer();
      const now = this.#deps.now();
      if (events.some((event) => isFuture(event, now))) throw new FutureEventError();
      const here = await this.#readWhole();
      const known = new Set(here.map(({ id }) => id));
      const added = [...new Map(events.map((event) => [event.id, event])).values()].filter(
        ({ id }) => !known.has(id),
      );
      await this.#write(added);
      // The events stand. Summaries that found no room are made when a page reads them.
      await this.#summarize(added, [...here, ...added], isoDay(now)).catch(() => {});
      return added.map(({ id }) => id);
    });
  }

  /** Takes a merge back. Only this and `erase` remove events. */
  remove(ids: readonly string[]): Promise<void> {
    return this.#inOrder(async () => {
      await this.#refuseIfNewer();
      await this.#takeOut(ids);
    });
  }

  erase(): Promise<void> {
    return this.#inOrder(async () => {
      await this.#summaries.erase();
      await this.#deps.memory.set(TALLY_KEY, 0);
      await this.#copy.clear();
      await this.#main.clear();
      await this.#deps.memory.set(NOTICE_KEY, NO_NOTICE);
    });
  }

  /** One organization's events, in no particular order. */
  read(organization: string): Promise<LedgerEvent[]> {
    return this.#inOrder(() => this.#readWhole([organization]));
  }

  /** The events about the organizations themselves. */
  readOrganizations(): Promise<LedgerEvent[]> {
    return this.read(ORGANIZATIONS_SHELF);
  }

  readAll(): Promise<LedgerEvent[]> {
    return this.#inOrder(() => this.#readWhole());
  }

  /**
   * The summaries of these organizations, in their order. Those that are not known yet are made a few
   * at a time, so that a submission does not wait for hundreds of organizations.
   * @param day ISO date
   */
  async readSummaries(
    organizations: readonly Organization[],
    day: string,
  ): Promise<readonly OrganizationSummary[]> {
    const known = await this.#inOrder(() => this.#summarizeSome(organizations, day));
    return known ?? this.readSummaries(organizations, day);
  }

  /** @returns nothing while there are more to make */
  async #summarizeSome(
    organizations: readonly Organization[],
    day: string,
  ): Promise<readonly OrganizationSummary[] | undefined> {
    const known = await this.#summaries.known(organizations, day);
    const unknown = organizations.filter(({ id }) => !known.has(id));
    if (unknown.length === 0) return organizations.flatMap(({ id }) => known.get(id) ?? []);
    const some = unknown.slice(0, SUMMARIES_AT_ONCE);
    const events = await this.#readWhole(some.map(({ id }) => id));
    await this.#summaries.make(some, events, day);
    return undefined;
  }

  /**
   * Makes the summaries of the organizations that the events are about.
   * @param all events that are here
   */
  async #summarize(
    events: readonly LedgerEvent[],
    all: readonly LedgerEvent[],
    day: string,
  ): Promise<void> {
    const about = new Set(events.map(({ organization }) => organization));
    const saved = all.filter((event) => shelfOf(event) === ORGANIZATIONS_SHELF);
    const organizations = organizationsOf(saved).filter(({ id }) => about.has(id));
    if (organizations.length > 0) await this.#summaries.make(organizations, all, day);
  }

  /**
   * Compares the two databases and the tally, and mends what can be mended. Call it once, at the
   * start. It looks only at which records exist: damage inside a record shows when it is read.
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
    return { ...entry, id: newId(), at, follows: undefined, version } as LedgerEvent;
  }

  /**
   * Events here that lie in the future were recorded by a wrong clock, or the clock is wrong now. On
   * each shelf the first of the new events names those that it follows and that no other one named.
   */
  async #afterFuture(events: readonly LedgerEvent[], now: number): Promise<LedgerEvent[]> {
    const { events: later } = await openAll(await this.#main.readLaterThan(now + CLOCK_GRACE_MS));
    const future = Map.groupBy(
      later.filter((event) => isFuture(event, now)),
      shelfOf,
    );
    const follows = new Map<string, string[]>();
    for (const [shelf, ahead] of future) {
      const named = new Set(
        (await this.#readWhole([shelf])).flatMap((event) => event.follows ?? []),
      );
      const unnamed = ahead.map(({ id }) => id).filter((id) => !named.has(id));
      if (unnamed.length > 0) follows.set(shelf, unnamed);
    }
    return events.map((event) => {
      const ahead = follows.get(shelfOf(event));
      follows.delete(shelfOf(event));
      return ahead ? { ...event, follows: ahead } : event;
    });
  }

  /** @param events none of them is here yet */
  async #write(events: readonly LedgerEvent[]): Promise<void> {
    const records: StoredRecord[] = await Promise.all(events.map(seal));
    this.#summaries.changing(events.map(shelfOf));
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
    this.#summaries.changing(); // what is lost may have been about any organization
    await this.#deps.memory.set(TALLY_KEY, here.size - leaving.length);
    await this.#copy.remove(ids);
    await this.#main.remove(ids);
  }

  async #updateTally(): Promise<void> {
    await this.#deps.memory.set(TALLY_KEY, (await this.#main.ids()).length);
  }

  /** @param shelves absent: all of them */
  async #readWhole(shelves?: readonly string[]): Promise<LedgerEvent[]> {
    const records = shelves ? (await this.#main.readOn(shelves)).flat() : await this.#main.read();
    const main = await openAll(records);
    const inCopy = shelves ? (await this.#copy.idsOn(shelves)).flat() : await this.#copy.ids();
    if (main.unfit.length === 0 && inCopy.every((id) => main.ids.has(id))) return [...main.events];
    const events = await this.#mend();
    return shelves ? events.filter((event) => shelves.includes(shelfOf(event))) : events;
  }

  /**
   * Puts back from one database what is damaged, misplaced or missing in the other.
   * @param gone how many events are in neither any more
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
      // The notice comes first. If the background ends here, it is told twice, which is better than never.
      await this.#addToNotice({ restored: restored.length, lost: lost.length + gone });
      await this.#takeOut(lost);
    } catch (error) {
      // Without room to mend, everything can still be read. The next read tries again.
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
  // The id is a record's key: even a damaged record has it.
  const ids = records.map((record) => (record as { readonly id: string }).id);
  const isUnfit = (kind: string) => kind === 'damaged' || kind === 'misplaced';
  return {
    events: opened.flatMap((one) => ('event' in one ? [one.event] : [])),
    ids: new Set(ids),
    unfit: ids.filter((_, place) => isUnfit(opened[place]?.kind ?? '')),
  };
}
