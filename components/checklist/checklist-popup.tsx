import './checklist-popup.css';
import { useEffect, useRef, useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { isPrivateWindow } from '../../lib/browser/ledger-changes.ts';
import { checklistOf } from '../../lib/ledger/checklist.ts';
import { isoDay, nextStepOf } from '../../lib/ledger/next-step.ts';
import type { LedgerView } from '../../lib/messaging/ledger-messages.ts';
import { HelpDesk } from '../ui/help-desk.tsx';
import { LedgerNotice } from '../ui/ledger-notice.tsx';
import { useNow } from '../ui/use-now.ts';
import { AskHelpDesk } from './ask-help-desk.tsx';
import { CellPage } from './cell-page.tsx';
import { ChecklistHeader } from './checklist-header.tsx';
import { ChecklistOverview } from './checklist-overview.tsx';
import { PageLine } from './page-line.tsx';
import { PasteReceipts } from './paste-receipts.tsx';
import type { PopupLinks, PopupPlace } from './popup-place.ts';

interface Props {
  readonly view: LedgerView | 'unreadable';
  readonly open: PopupLinks;
}

/** Shows which years and file types are done, what is proven, and what is next. */
export function ChecklistPopup({ view, open }: Props) {
  return (
    <main className="popup">
      {view === 'unreadable' ? (
        <>
          <h1>{t('popup_title')}</h1>
          <p role="alert">{t('popup_unreadable')}</p>
        </>
      ) : (
        <ReadableChecklist view={view} open={open} />
      )}
      <HelpDesk />
    </main>
  );
}

function ReadableChecklist({ view, open }: Props & { readonly view: LedgerView }) {
  const { place, go, back } = usePlace(view.current);
  // For the benchmark, and for anyone who looks into a slow popup with the browser's own tools.
  useEffect(() => void performance.mark('checklist usable'), []);
  const today = isoDay(useNow());
  const organization = view.organizations.find(({ id }) => id === view.current);
  const checklist = checklistOf(organization, view.events);
  const common = { view, organization, checklist };
  return (
    <>
      <ChecklistHeader {...common} today={today} />
      <PageLine isPrivate={isPrivateWindow()} />
      <LedgerNotice view={view} isPrivate={isPrivateWindow()} />
      <ChecklistOverview
        {...common}
        organizations={view.organizations.length}
        next={nextStepOf(organization, checklist, today)}
        open={open}
        go={go}
        isHidden={place.kind !== 'overview'}
      />
      {place.kind === 'cell' && <CellPage {...common} place={place} onBack={back} />}
      {place.kind === 'paste' && <PasteReceipts view={view} onBack={back} />}
      {place.kind === 'ask' && (
        <AskHelpDesk {...common} onBack={back} onPaste={() => go({ kind: 'paste' })} />
      )}
    </>
  );
}

const OVERVIEW: PopupPlace = { kind: 'overview' };

/**
 * Where the person is. On the way back the focus goes to the button that they came from. Another
 * organization starts with its overview.
 */
function usePlace(organization: string) {
  const [shown, setShown] = useState({ organization, place: OVERVIEW });
  const place = shown.organization === organization ? shown.place : OVERVIEW;
  const setPlace = (next: PopupPlace) => setShown({ organization, place: next });
  const opener = useRef<Element>(null);
  const go = (next: PopupPlace) => {
    if (place.kind === 'overview') opener.current = document.activeElement;
    setPlace(next);
  };
  const back = () => setPlace(OVERVIEW);
  useEffect(() => {
    if (place.kind !== 'overview') return;
    const from = opener.current;
    opener.current = null;
    const isLost = document.activeElement === document.body;
    if (isLost && from instanceof HTMLElement && from.isConnected) from.focus();
  }, [place]);
  return { place, go, back };
}
