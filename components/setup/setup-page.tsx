import { ask } from '../../lib/browser/messages.ts';
import '../ui/sections-page.css';
import './setup-page.css';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { isoDay } from '../../lib/ledger/next-step.ts';
import type { LedgerView } from '../../lib/messaging/ledger-messages.ts';
import type { Organization } from '../../lib/requirements/organization.ts';
import { newOrganization, uploadsItself } from '../../lib/requirements/organization.ts';
import { cycleYearOn } from '../../lib/requirements/reporting-cycle.ts';
import type { MessageKey } from '../../lib/words/words.ts';
import { HelpDesk } from '../ui/help-desk.tsx';
import { useLedger } from '../ui/use-ledger.ts';
import { useNow } from '../ui/use-now.ts';
import { Districts } from './districts.tsx';
import { LearnedControls } from './learned-controls.tsx';
import { OrganizationForm } from './organization-form.tsx';
import { PrintView } from './print-view.tsx';
import { Records } from './records.tsx';
import type { Outcome } from './setup-header.tsx';
import { SetupHeader } from './setup-header.tsx';
import type { SetupLinks } from './setup-links.ts';
import { SixSteps } from './six-steps.tsx';
import { StoredData } from './stored-data.tsx';
import { useSavedOrganization } from './use-saved-organization.ts';

interface Props {
  readonly open: SetupLinks;
}

/** Everything that is not done every day: who reports what, the six steps, and the records. */
export function SetupPage(props: Props) {
  const view = useLedger();
  if (!view) return null;
  if (view !== 'unreadable') return <ReadableSetup {...props} view={view} />;
  return (
    <main className="sections-page setup">
      <h1>{t('setup_title')}</h1>
      <p role="alert">{t('popup_unreadable')}</p>
    </main>
  );
}

function ReadableSetup({ view, open }: Props & { readonly view: LedgerView }) {
  const now = useNow();
  const cycle = cycleYearOn(isoDay(now));
  const [adding, setAdding] = useState<string>();
  const [outcome, setOutcome] = useState<Outcome>();
  const id = adding ?? view.current;
  if (adding === view.current) setAdding(undefined); // it is saved and chosen: one like the others now
  const blank = newOrganization(id, cycle);
  const { organization, update, refusal } = useSavedOrganization(view, blank);
  const isAdding = adding !== undefined && !organization;
  const restore = (removed: Organization) =>
    ask('record', {
      events: [{ kind: 'organization-saved', organization: removed.id, saved: removed }],
    });
  const choose = (chosen: string) => {
    setAdding(undefined);
    void ask('choose organization', { organization: chosen });
  };
  const remove = async (removed: Organization) => {
    const event = { kind: 'organization-removed', organization: removed.id } as const;
    if ((await ask('record', { events: [event] }).catch(() => 'failed')) !== 'done') return;
    setAdding(undefined);
    setOutcome({ kind: 'removed', organization: removed });
  };
  const sections: readonly Section[] = [
    {
      id: 'organization',
      heading: 'setup_organization',
      body: (
        <>
          <OrganizationForm
            key={id}
            organization={organization ?? blank}
            others={view.organizations.filter((one) => one.id !== id)}
            seenLea={view.seenLea}
            thisYear={Number(isoDay(now).slice(0, 4))}
            onSave={async (change) => {
              setOutcome(undefined);
              const isSaved = await update(change);
              if (isSaved && isAdding) await ask('choose organization', { organization: id });
              return isSaved;
            }}
            onCancel={isAdding ? () => setAdding(undefined) : undefined}
          />
          {refusal && <p role="alert">{t(refusal)}</p>}
        </>
      ),
    },
    ...(organization
      ? [
          {
            id: 'steps',
            heading: 'setup_steps',
            body: (
              <SixSteps
                key={id}
                organization={organization}
                view={view}
                open={open}
                onUpdate={update}
              />
            ),
          } as const,
        ]
      : []),
    ...(organization && !uploadsItself(organization)
      ? [
          {
            id: 'districts',
            heading: 'setup_districts',
            body: <Districts key={id} organization={organization} onUpdate={update} />,
          } as const,
        ]
      : []),
    {
      id: 'records',
      heading: 'setup_records',
      body: (
        <Records
          view={view}
          organization={organization}
          onErased={() => {
            setAdding(undefined);
            setOutcome({ kind: 'erased' });
            scrollTo({ top: 0 });
          }}
        />
      ),
    },
    { id: 'learned', heading: 'setup_learned', body: <LearnedControls /> },
    { id: 'stored', heading: 'setup_stored', body: <StoredData /> },
  ];
  return (
    <>
      <main className="sections-page setup">
        <SetupHeader
          view={view}
          organization={isAdding ? undefined : organization}
          outcome={outcome}
          onChoose={choose}
          onAdd={() => setAdding(crypto.randomUUID())}
          onRemove={(removed) => void remove(removed)}
          onRestore={(removed) => {
            setOutcome(undefined);
            void restore(removed);
          }}
        />
        <nav aria-label={t('setup_sections')}>
          <ul>
            {sections.map(({ id: anchor, heading }) => (
              <li key={anchor}>
                <a href={`#${anchor}`}>{t(heading)}</a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="sections">
          {sections.map(({ id: anchor, heading, body }) => (
            <section key={anchor} id={anchor} aria-labelledby={`${anchor}-heading`}>
              <h2 id={`${anchor}-heading`}>{t(heading)}</h2>
              {body}
            </section>
          ))}
          <HelpDesk />
        </div>
      </main>
      {organization && <PrintView organization={organization} events={view.events} now={now} />}
    </>
  );
}

interface Section {
  readonly id: string;
  readonly heading: MessageKey;
  readonly body: ReactNode;
}
