import { SUMMARIES_KEY } from '../settings/storage-names.ts';
import { z } from '../validation/z.ts';
import type { SmallStorage } from './small-storage.ts';
import type { OrganizationSummary } from './summary.ts';
import { organizationSummarySchema } from './summary.ts';

/** Summaries that cannot be read are made again. */
const keptSchema = z.array(organizationSummarySchema).catch([]);

/**
 * The summaries of organizations whose events have not changed since. An organization's summary is
 * forgotten before its events change, so none outlives the events that it was made from.
 */
export class KeptSummaries {
  readonly #memory: SmallStorage;

  constructor(memory: SmallStorage) {
    this.#memory = memory;
  }

  /** By the organization's id. */
  async read(): Promise<ReadonlyMap<string, OrganizationSummary>> {
    const kept = keptSchema.parse(await this.#memory.get(SUMMARIES_KEY));
    return new Map(kept.map((summary) => [summary.organization, summary]));
  }

  async keep(summaries: readonly OrganizationSummary[]): Promise<void> {
    const kept = new Map(await this.read());
    for (const summary of summaries) kept.set(summary.organization, summary);
    await this.#memory.set(SUMMARIES_KEY, [...kept.values()]);
  }

  /** @param organizations their ids */
  async forget(organizations: ReadonlySet<string>): Promise<void> {
    const kept = [...(await this.read()).values()];
    const others = kept.filter(({ organization }) => !organizations.has(organization));
    if (others.length < kept.length) await this.#memory.set(SUMMARIES_KEY, others);
  }

  async forgetAll(): Promise<void> {
    if ((await this.#memory.get(SUMMARIES_KEY)) === undefined) return;
    await this.#memory.set(SUMMARIES_KEY, []);
  }
}
