import './checklist-popup.css';
import { useEffect, useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { isPrivateWindow } from '../../lib/browser/ledger-changes.ts';
import type { FileType } from '../../lib/calpads/file-types.ts';
import type { SchoolYear } from '../../lib/calpads/school-year.ts';
import { checklistOf } from '../../lib/ledger/checklist.ts';
import { isoDay, nextStepOf } from '../../lib/ledger/next-step.ts';
import type { LedgerView } from '../../lib/messaging/from-background.ts';
import type { LedgerClient } from '../../lib/messaging/ledger-client.ts';
import type { PageClient } from '../../lib/messaging/page-client.ts';
import { HelpDesk } from '../ui/help-desk.tsx';
import { LedgerNotice } from '../ui/ledger-notice.tsx';
import { useLedger } from '../ui/use-ledger.ts';
import { useNow } from '../ui/use-now.ts';
import { AskHelpDesk } from './ask-help-desk.tsx';
import { CellPage } from './cell-page.tsx';
import { ChecklistHeader } from './checklist-header.tsx';
import { ChecklistOverview } from './checklist-overview.tsx';
import { PageLine } from './page-line.tsx';
import { PasteReceipts } from './paste-receipts.tsx';

export interface OpenPage {
  readonly uploadPage: () => void;
  readonly checkFiles: () => void;
  readonly setup: () => void;
}

/** What the popup shows. */
export type Place =
  | { readonly kind: 'overview' }
  | { readonly kind: 'cell'; readonly fileType: FileType; readonly schoolYear: SchoolYear }
  | { readonly kind: 'paste' }
  | { readonly kind: 'ask' };

interface Props {
  readonly client: LedgerClient;
  readonly pages: PageClient;
  readonly open: OpenPage;
}

/** Shows which years and file types are done, what is proven, and what is next. */
export function ChecklistPopup({ client, pages, open }: Props) {
  const view = useLedger(client);
  if (!view) return null;
  return (
    <main className="popup">
      {view === 'unreadable' ? (
        <>
          <h1>{t('popup_title')}</h1>
          <p role="alert">{t('popup_unreadable')}</p>
        </>
      ) : (
        <ReadableChecklist view={view} client={client} pages={pages} open={open} />
      )}
      <HelpDesk />
    </main>
  );
}

function ReadableChecklist(props: Props & { readonly view: LedgerView }) {
  const { view, client, pages, open } = props;
  const [place, setPlace] = useState<Place>({ kind: 'overview' });
  // For the benchmark, and for anyone who looks into a slow popup with the browser's own tools.
  useEffect(() => void performance.mark('checklist usable'), []);
  const today = isoDay(useNow());
  const organization = view.organizations.find(({ id }) => id === view.current);
  const checklist = checklistOf(organization, view.events);
  const back = () => setPlace({ kind: 'overview' });
  const common = { view, client, organization, checklist };
  return (
    <>
      <ChecklistHeader {...common} today={today} onSetup={open.setup} />
      <PageLine pages={pages} isPrivate={isPrivateWindow()} />
      <LedgerNotice view={view} isPrivate={isPrivateWindow()} client={client} />
      {place.kind === 'overview' && (
        <ChecklistOverview
          {...common}
          next={nextStepOf(organization, checklist, today)}
          open={open}
          go={setPlace}
        />
      )}
      {place.kind === 'cell' && <CellPage {...common} place={place} onBack={back} />}
      {place.kind === 'paste' && <PasteReceipts {...common} onBack={back} />}
      {place.kind === 'ask' && (
        <AskHelpDesk {...common} onBack={back} onPaste={() => setPlace({ kind: 'paste' })} />
      )}
    </>
  );
}
