import { useEffect, useRef } from 'react';
import { ALL_ORGANIZATIONS } from '../../lib/messaging/tab-messages.ts';
import { ChecklistPopup } from '../checklist/checklist-popup.tsx';
import type { PopupLinks } from '../checklist/popup-place.ts';
import { useAddress } from '../ui/use-address.ts';
import { useLedger } from '../ui/use-ledger.ts';
import { AllOrganizations } from './all-organizations.tsx';

interface Props {
  readonly open: PopupLinks;
}

/** One organization's checklist, or the table of all, as the page's address says. */
export function ChecklistsPage({ open }: Props) {
  const view = useLedger();
  const showsAll = useAddress() === `#${ALL_ORGANIZATIONS}`;
  useFocusOnHeading(showsAll);
  if (showsAll && view !== 'unreadable') return <AllOrganizations view={view} />;
  return view && <ChecklistPopup view={view} open={open} />;
}

/** The link that led to the other view is gone with its own. */
function useFocusOnHeading(showsAll: boolean): void {
  const before = useRef(showsAll);
  useEffect(() => {
    if (before.current === showsAll) return;
    before.current = showsAll;
    document.querySelector('h1')?.focus();
  }, [showsAll]);
}
