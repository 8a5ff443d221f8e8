import type { SchoolYear } from '../../lib/calpads/school-year.ts';
import { yearsOfChecklist } from '../../lib/requirements/organization.ts';
import { useLedger } from '../ui/use-ledger.ts';

/** The school years in the checklist of the current organization. */
export function useRequiredYears(): readonly SchoolYear[] {
  const view = useLedger();
  const isReadable = view !== undefined && view !== 'unreadable';
  const organization = isReadable
    ? view.organizations.find(({ id }) => id === view.current)
    : undefined;
  return yearsOfChecklist(organization);
}
