import { FIRST_ORGANIZATION, organizationsOf } from '../ledger/organizations.ts';
import type { LedgerStore } from '../ledger/store.ts';
import type { Organization } from '../requirements/organization.ts';
import type { StoredSettings } from './stored-settings.ts';

/** Whose checklists there are, and which of them is shown. */
export interface ShownChecklist {
  readonly organizations: readonly Organization[];
  /** The id of the organization shown, even before the first is set up. */
  readonly current: string;
  /** The organization shown; absent before the first is set up. */
  readonly organization: Organization | undefined;
}

export class Checklists {
  readonly #store: LedgerStore;
  readonly #settings: StoredSettings;

  constructor(store: LedgerStore, settings: StoredSettings) {
    this.#store = store;
    this.#settings = settings;
  }

  async shown(): Promise<ShownChecklist> {
    const organizations = organizationsOf(await this.#store.readOrganizations());
    const { organization: chosen } = await this.#settings.read();
    const organization = organizations.find(({ id }) => id === chosen) ?? organizations[0];
    return { organizations, current: organization?.id ?? FIRST_ORGANIZATION, organization };
  }

  async show(organization: string): Promise<void> {
    if ((await this.#settings.read()).organization === organization) return;
    await this.#settings.change((before) => ({ ...before, organization }));
  }
}
