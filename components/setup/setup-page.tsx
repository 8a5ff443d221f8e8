import './setup-page.css';
import { useEffect, useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { ask } from '../../lib/browser/messages.ts';
import { isoDay } from '../../lib/ledger/next-step.ts';
import type { LedgerView } from '../../lib/messaging/ledger-messages.ts';
import type { SetupTab } from '../../lib/messaging/tab-messages.ts';
import { SETUP_TABS } from '../../lib/messaging/tab-messages.ts';
import type { Organization } from '../../lib/requirements/organization.ts';
import { newOrganization } from '../../lib/requirements/organization.ts';
import { cycleYearOn } from '../../lib/requirements/reporting-cycle.ts';
import { HelpDesk } from '../ui/help-desk.tsx';
import type { TabIds } from '../ui/tab-choice.ts';
import { Tabs } from '../ui/tabs.tsx';
import { useFocusKept } from '../ui/use-focus-kept.ts';
import { useLedger } from '../ui/use-ledger.ts';
import { useNow } from '../ui/use-now.ts';
import { DataTab } from './data-tab.tsx';
import { Districts } from './districts.tsx';
import { OrganizationTab } from './organization-tab.tsx';
import { PrintView } from './print-view.tsx';
import type { Outcome } from './setup-header.tsx';
import { SetupHeader } from './setup-header.tsx';
import type { SetupLinks } from './setup-links.ts';
import { SixSteps } from './six-steps.tsx';
import { useSavedOrganization } from './use-saved-organization.ts';

/** The others are about an organization. */
const AT_FIRST: TabIds<SetupTab> = ['organization', 'data'];

interface Props {
  readonly open: SetupLinks;
}

/** Everything that is not done every day: who reports what, the six steps, and the records. */
export function SetupPage(props: Props) {
  const view = useLedger();
  if (!view) return null;
  if (view !== 'unreadable') return <ReadableSetup {...props} view={view} />;
  return (
    <main className="setup">
      <h1>{t('setup_title')}</h1>
      <p role="alert">{t('popup_unreadable')}</p>
    </main>
  );
}

function ReadableSetup({ view, open }: Props & { readonly view: LedgerView }) {
  useFocusKept();
  const now = useNow();
  const today = isoDay(now);
  const title = useTitle(view);
  const [adding, setAdding] = useState<string>();
  const [outcome, setOutcome] = useState<Outcome>();
  const id = adding ?? view.current;
  if (adding === view.current) setAdding(undefined); // it is saved and chosen: one like the others now
  const blank = newOrganization(id, cycleYearOn(today));
  const { organization: ahead, update, refusal } = useSavedOrganization(view, blank);
  // A first answer shows once it is saved: if it is not, the questions are still there.
  const organization = view.organizations.some((one) => one.id === id) ? ahead : undefined;
  const isAdding = adding !== undefined && !organization;
  const save = async (change: (before: Organization) => Organization) => {
    setOutcome(undefined);
    const isSaved = await update(change);
    if (!isSaved || organization) return isSaved;
    location.replace('#organization'); // the address may name a tab that only now appears
    setOutcome({ kind: 'set up', organization: change(blank) });
    if (isAdding) await ask('choose organization', { organization: id });
    return true;
  };
  const choose = (chosen: string) => {
    setAdding(undefined);
    setOutcome(undefined);
    void ask('choose organization', { organization: chosen });
  };
  const remove = async (removed: Organization) => {
    const event = { kind: 'organization-removed', organization: removed.id } as const;
    if ((await ask('record', { events: [event] }).catch(() => 'failed')) !== 'done') return;
    setAdding(undefined);
    setOutcome({ kind: 'removed', organization: removed });
  };
  const restore = async (removed: Organization) => {
    const event = { kind: 'organization-saved', organization: removed.id, saved: removed } as const;
    if ((await ask('record', { events: [event] }).catch(() => 'failed')) !== 'done') return;
    setOutcome({ kind: 'restored', organization: removed });
  };
  const bodyOf = (tab: SetupTab) => {
    switch (tab) {
      case 'organization':
        return (
          <OrganizationTab
            view={view}
            organization={organization}
            blank={blank}
            thisYear={Number(today.slice(0, 4))}
            refusal={refusal}
            onSave={save}
            onAdd={() => {
              setOutcome(undefined);
              setAdding(crypto.randomUUID());
            }}
            onCancelAdding={isAdding ? () => setAdding(undefined) : undefined}
            onRemove={(removed) => void remove(removed)}
          />
        );
      case 'steps':
        return (
          organization && (
            <SixSteps
              key={id}
              organization={organization}
              view={view}
              open={open}
              onUpdate={update}
            />
          )
        );
      case 'districts':
        return (
          organization && (
            <>
              <Districts key={id} organization={organization} onUpdate={update} />
              <p className="all-organizations">
                <button type="button" className="button" onClick={open.organizations}>
                  {t('organizations_open', { count: view.organizations.length })}
                </button>
              </p>
            </>
          )
        );
      case 'data':
        return (
          <DataTab
            view={view}
            organization={organization}
            onErased={() => {
              setAdding(undefined);
              setOutcome({ kind: 'erased' });
            }}
          />
        );
    }
  };
  return (
    <>
      <main className="setup">
        <SetupHeader
          title={title}
          view={view}
          organization={organization}
          outcome={outcome}
          onChoose={choose}
          onRestore={(removed) => void restore(removed)}
          onOpenChecklist={open.checklist}
        />
        <Tabs
          label={t('setup_sections')}
          ids={organization ? SETUP_TABS : AT_FIRST}
          headingOf={(tab) => t(`setup_tab_${tab}`)}
          bodyOf={bodyOf}
        />
        <HelpDesk />
      </main>
      {organization && <PrintView organization={organization} events={view.events} now={now} />}
    </>
  );
}

/** The page is for setting up until there is something to change. */
function useTitle({ organizations }: LedgerView): string {
  const title = t(organizations.length > 0 ? 'setup_title_settings' : 'setup_title');
  useEffect(() => {
    document.title = title;
  }, [title]);
  return title;
}
