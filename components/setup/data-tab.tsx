import type { ReactNode } from 'react';
import { useId } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { LedgerView } from '../../lib/messaging/ledger-messages.ts';
import type { Organization } from '../../lib/requirements/organization.ts';
import { EraseEverything } from './erase-everything.tsx';
import { LearnedControls } from './learned-controls.tsx';
import { Records } from './records.tsx';
import { StoredData } from './stored-data.tsx';

interface Props {
  readonly view: LedgerView;
  readonly organization: Organization | undefined;
  readonly onErased: () => void;
}

/** The records to keep, what the assistant has stored, and how to erase it. */
export function DataTab({ view, organization, onErased }: Props) {
  return (
    <>
      <Section heading={t('setup_records')}>
        <Records view={view} organization={organization} />
      </Section>
      <Section heading={t('setup_learned')}>
        <LearnedControls />
      </Section>
      <Section heading={t('setup_stored')}>
        <StoredData />
        <EraseEverything view={view} onErased={onErased} />
      </Section>
    </>
  );
}

function Section({
  heading,
  children,
}: {
  readonly heading: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {children}
    </section>
  );
}
