import type { Organization } from '../requirements/organization.ts';
import type { LedgerEvent } from './events.ts';
import { standing } from './events.ts';

/** Of the events recorded before anyone has set up an organization; the first one set up takes it over. */
export const FIRST_ORGANIZATION = '00000000-0000-4000-8000-000000000001';

/** As they were saved last, without those removed, by name. */
export function organizationsOf(events: readonly LedgerEvent[]): Organization[] {
  const organizations = new Map<string, Organization>();
  for (const event of standing(events)) {
    if (event.kind === 'organization-saved') organizations.set(event.organization, event.saved);
    if (event.kind === 'organization-removed') organizations.delete(event.organization);
  }
  return [...organizations.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Where an event of a file belongs: with the organization that its LEA code names, else with the current one. */
export function organizationFor(
  organizations: readonly Organization[],
  current: string,
  reportingLea: string | undefined,
): string {
  const named = organizations.find((one) => reportingLea && one.reportingLea === reportingLea);
  return named?.id ?? current;
}
