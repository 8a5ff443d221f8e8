import { ALL_ORGANIZATIONS } from '../../lib/messaging/tab-messages.ts';
import { ChecklistPopup } from '../checklist/checklist-popup.tsx';
import type { PopupLinks } from '../checklist/popup-place.ts';
import { shownHeading } from '../checklist/sub-page.tsx';
import { useAddress } from '../ui/use-address.ts';
import { useFocusKept } from '../ui/use-focus-kept.ts';
import { useLedger } from '../ui/use-ledger.ts';
import { AllOrganizations } from './all-organizations.tsx';

interface Props {
  readonly open: PopupLinks;
}

/** One organization's checklist, or the table of all, as the page's address says. */
export function ChecklistsPage({ open }: Props) {
  // A link or a button that opens another view is gone when that one is there.
  useFocusKept(shownHeading);
  const showsAll = useAddress() === `#${ALL_ORGANIZATIONS}`;
  return showsAll ? <AllOrganizations /> : <OneChecklist open={open} />;
}

function OneChecklist({ open }: Props) {
  const view = useLedger();
  return view && <ChecklistPopup view={view} open={open} />;
}
