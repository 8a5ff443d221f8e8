import type { Organization } from '../requirements/organization.ts';
import { isSameName } from '../requirements/same-name.ts';

/**
 * Finds whose row counts a reply has. Where the reply names one organization and the person has one
 * checklist, they belong together: the help desk answers who asked. Else only an equal name counts
 * as the same organization, and the person decides about all others.
 * @param names as the reply has them, each once; empty in a table without a column for them
 * @param current id of the organization that was asked about
 * @returns from each name that is known to the id of the organization
 */
export function matchReply(
  names: readonly string[],
  organizations: readonly Organization[],
  current: string,
): ReadonlyMap<string, string> {
  const isOnly = isOnlyOne(names, organizations);
  return new Map(
    names.flatMap((name): [string, string][] => {
      if (isOnly || name === '') return [[name, current]];
      const same = organizations.filter((one) => isSameName(one.name, name));
      return same.length === 1 && same[0] ? [[name, same[0].id]] : [];
    }),
  );
}

/** Whether there is nothing to choose: one organization in the reply, and one checklist. */
export function isOnlyOne(
  names: readonly string[],
  organizations: readonly Organization[],
): boolean {
  return names.length === 1 && organizations.length <= 1;
}
