import { useEffect, useState } from 'react';
import { ask } from '../../lib/browser/messages.ts';
import type { LedgerView } from '../../lib/messaging/ledger-messages.ts';
import type { Organization } from '../../lib/requirements/organization.ts';
import { organizationSchema } from '../../lib/requirements/organization.ts';
import type { MessageKey } from '../../lib/words/words.ts';
import { useChange } from '../ui/use-change.ts';

/** A change that the background was told about. */
interface Ahead {
  readonly organization: Organization;
  /** The background has answered, so the next view of the ledger has it. */
  readonly isRecorded: boolean;
}

export type UpdateOrganization = (
  change: (organization: Organization) => Organization,
) => Promise<boolean>;

/**
 * One organization and its changes, each saved at once. A change shows before it is read back, so
 * that a tick does not jump and a second change builds on the first.
 * @param blank the organization that a first change starts from
 */
export function useSavedOrganization(
  view: LedgerView,
  blank: Organization,
): {
  readonly organization: Organization | undefined;
  readonly update: UpdateOrganization;
  readonly refusal: MessageKey | undefined;
} {
  const { change, refusal } = useChange();
  const [ahead, setAhead] = useState<Ahead>();
  const saved = view.organizations.find(({ id }) => id === blank.id);
  const isAhead = ahead?.organization.id === blank.id && !isSame(ahead.organization, saved);
  const organization = isAhead ? ahead.organization : saved;
  useEffect(() => {
    setAhead((before) => (before?.isRecorded ? undefined : before));
  }, [view]);
  const update: UpdateOrganization = async (work) => {
    const next = work(organization ?? blank);
    setAhead({ organization: next, isRecorded: false });
    const isSaved = await change(() =>
      ask('record', {
        events: [{ kind: 'organization-saved', organization: next.id, saved: next }],
      }),
    );
    setAhead((before) => {
      if (before?.organization !== next) return before;
      return isSaved ? { ...before, isRecorded: true } : undefined;
    });
    return isSaved;
  };
  return { organization, update, refusal };
}

/** Parsed, both have their fields in the same order. */
function isSame(a: Organization, b: Organization | undefined): boolean {
  return JSON.stringify(organizationSchema.parse(a)) === JSON.stringify(b);
}
