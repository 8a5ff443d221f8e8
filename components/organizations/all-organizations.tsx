import './organizations.css';
import { useEffect, useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { isPrivateWindow } from '../../lib/browser/ledger-changes.ts';
import { ask } from '../../lib/browser/messages.ts';
import { isoDay } from '../../lib/ledger/next-step.ts';
import { rowsOf } from '../../lib/ledger/organization-rows.ts';
import type { OrganizationsView } from '../../lib/messaging/ledger-messages.ts';
import { PasteReceipts } from '../checklist/paste-receipts.tsx';
import { LedgerNotice } from '../ui/ledger-notice.tsx';
import { useKeptData } from '../ui/use-kept-data.ts';
import { useNow } from '../ui/use-now.ts';
import { AddOrganizations } from './add-organizations.tsx';
import type { Shown } from './organizations-overview.tsx';
import { OrganizationsOverview } from './organizations-overview.tsx';
import { RemindersPage } from './reminders-page.tsx';
import { useOrganizationsPlace } from './use-organizations-place.ts';

/** For county offices and collaboratives: how far each of many organizations is. */
export function AllOrganizations() {
  useTitle();
  const view = useKeptData(readOrganizations);
  return (
    <main className="organizations">
      <header>
        <h1 tabIndex={-1}>{t('organizations_title')}</h1>
        <a href="#checklist">{t('checklist_back')}</a>
      </header>
      {view === undefined && <p role="status">{t('organizations_reading')}</p>}
      {view === 'unreadable' && <p role="alert">{t('popup_unreadable')}</p>}
      {typeof view === 'object' && (
        <>
          <LedgerNotice view={view} isPrivate={isPrivateWindow()} />
          <Places view={view} />
        </>
      )}
    </main>
  );
}

interface PlacesProps {
  readonly view: OrganizationsView;
}

/** The table, or what opens in its place. The table keeps its order and its filter meanwhile. */
function Places({ view }: PlacesProps) {
  const today = isoDay(useNow());
  const { place, go, back, openerOf } = useOrganizationsPlace();
  const [shown, setShown] = useState<Shown>({ order: { by: 'risk' }, round: undefined });
  const rows = rowsOf(view.organizations, view.summaries);
  switch (place) {
    case 'table':
      return (
        <OrganizationsOverview
          rows={rows}
          today={today}
          shown={shown}
          onShow={setShown}
          go={go}
          openerOf={openerOf}
        />
      );
    case 'add':
      return <AddOrganizations organizations={view.organizations} today={today} onBack={back} />;
    case 'paste':
      return <PasteReceipts view={view} backTo={t('organizations_title')} onBack={back} />;
    case 'remind':
      return <RemindersPage rows={rows} onBack={back} />;
  }
}

function readOrganizations(): Promise<OrganizationsView> {
  return ask('read organizations', {});
}

/** The page has the checklist's title otherwise. */
function useTitle(): void {
  useEffect(() => {
    const before = document.title;
    document.title = t('organizations_title');
    return () => {
      document.title = before;
    };
  }, []);
}
