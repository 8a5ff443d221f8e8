import type { Organization } from '../requirements/organization.ts';
import { SUMMARIES_KEY } from '../settings/storage-names.ts';
import { sha256Schema } from '../validation/calpads-schemas.ts';
import { z } from '../validation/z.ts';
import { checksum } from './checksum.ts';
import type { LedgerEvent } from './events.ts';
import type { SmallStorage } from './small-storage.ts';
import type { OrganizationSummary } from './summary.ts';
import { isOfDay, organizationSummarySchema, summaryOf } from './summary.ts';

interface Deps {
  readonly memory: SmallStorage;
  /** The assistant's own version. Another one may sum up the same events in another way. */
  readonly version: string;
  /** The ids of the events on each of those shelves. */
  readonly idsOn: (shelves: readonly string[]) => Promise<readonly (readonly string[])[]>;
}

const keptSchema = z.array(
  z.object({
    /** Checksum of what the summary was made from. */
    source: sha256Schema,
    summary: organizationSummarySchema,
  }),
);
type Kept = z.infer<typeof keptSchema>;

/**
 * The summaries of organizations, each kept with a checksum of what it was made from: the ids of its
 * events, the organization as it is set up, and the assistant's version. A summary counts only while
 * that is still the same. So it does not matter who changes the ledger, not even an older version
 * that knows of no summaries.
 */
export class KeptSummaries {
  readonly #deps: Deps;
  /** By organization: a checksum of the ids on its shelf. As long as this background lives, only its own ledger changes them. */
  readonly #shelves = new Map<string, string>();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /**
   * By the organization's id. Those that are not known are left out.
   * @param day ISO date
   */
  async known(
    organizations: readonly Organization[],
    day: string,
  ): Promise<ReadonlyMap<string, OrganizationSummary>> {
    const sources = await this.#sourcesOf(organizations);
    const known = (await this.#read()).filter(
      ({ source, summary }) =>
        source === sources.get(summary.organization) && isOfDay(summary, day),
    );
    return new Map(known.map(({ summary }) => [summary.organization, summary]));
  }

  /**
   * Makes the summaries of these organizations, and keeps them.
   * @param events all that these organizations have, and maybe more
   * @param day ISO date
   */
  async make(
    organizations: readonly Organization[],
    events: readonly LedgerEvent[],
    day: string,
  ): Promise<void> {
    const sources = await this.#sourcesOf(organizations);
    const eventsOf = Map.groupBy(events, ({ organization }) => organization);
    const made = organizations.map((one) => ({
      source: sources.get(one.id) ?? '',
      summary: summaryOf(one, eventsOf.get(one.id) ?? [], day),
    }));
    const others = (await this.#read()).filter(({ summary }) => !sources.has(summary.organization));
    await this.#deps.memory.set(SUMMARIES_KEY, [...others, ...made]);
  }

  /** The events on these shelves change. @param shelves absent: on any shelf */
  changing(shelves?: Iterable<string>): void {
    for (const shelf of shelves ?? [...this.#shelves.keys()]) this.#shelves.delete(shelf);
  }

  async erase(): Promise<void> {
    this.changing();
    await this.#deps.memory.set(SUMMARIES_KEY, []);
  }

  /** Summaries that cannot be read are made again. */
  async #read(): Promise<Kept> {
    const kept = keptSchema.safeParse(await this.#deps.memory.get(SUMMARIES_KEY));
    return kept.success ? kept.data : [];
  }

  /** By the organization's id. */
  async #sourcesOf(organizations: readonly Organization[]): Promise<ReadonlyMap<string, string>> {
    await this.#readShelves(organizations.map(({ id }) => id));
    const { version } = this.#deps;
    return new Map(
      await Promise.all(
        organizations.map(async (one) => {
          const source = [version, this.#shelves.get(one.id), one];
          return [one.id, await checksum(JSON.stringify(source))] as const;
        }),
      ),
    );
  }

  async #readShelves(shelves: readonly string[]): Promise<void> {
    const unread = shelves.filter((shelf) => !this.#shelves.has(shelf));
    if (unread.length === 0) return;
    const ids = await this.#deps.idsOn(unread);
    const checksums = await Promise.all(ids.map((some) => checksum(some.toSorted().join(' '))));
    for (const [place, shelf] of unread.entries()) this.#shelves.set(shelf, checksums[place] ?? '');
  }
}
