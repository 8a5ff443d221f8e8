import type { SchoolYear } from '../../lib/calpads/school-year.ts';
import { requiredYears } from '../../lib/requirements/organization.ts';
import { CYCLE_2023, roundsOf, yearsToReport } from '../../lib/requirements/reporting-cycle.ts';
import { useLedger } from '../ui/use-ledger.ts';

/** Those of the current organization; before one is set up, all of the one table that is published. */
export function useRequiredYears(): readonly SchoolYear[] {
  const view = useLedger();
  const isReadable = view !== undefined && view !== 'unreadable';
  const organization = isReadable && view.organizations.find(({ id }) => id === view.current);
  return organization
    ? requiredYears(organization)
    : yearsToReport(CYCLE_2023, roundsOf(CYCLE_2023));
}
