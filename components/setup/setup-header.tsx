import { useEffect, useRef } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { isPrivateWindow } from '../../lib/browser/ledger-changes.ts';
import type { LedgerView } from '../../lib/messaging/ledger-messages.ts';
import type { Organization } from '../../lib/requirements/organization.ts';
import { requiredYears } from '../../lib/requirements/organization.ts';
import { tCount } from '../ui/count-words.ts';
import { LedgerNotice } from '../ui/ledger-notice.tsx';
import { AccessNotice } from './access-notice.tsx';
import { OrganizationSwitch } from './organization-switch.tsx';

/** What just happened to an organization, or to all of them. */
export type Outcome =
  | { readonly kind: 'set up' | 'removed' | 'restored'; readonly organization: Organization }
  | { readonly kind: 'erased' };

interface Props {
  readonly title: string;
  readonly view: LedgerView;
  /** The organization shown; absent while a new one is filled in. */
  readonly organization: Organization | undefined;
  readonly outcome: Outcome | undefined;
  readonly onChoose: (id: string) => void;
  readonly onRestore: (organization: Organization) => void;
  readonly onOpenChecklist: () => void;
}

/** The organization of this page, and what just happened to it. */
export function SetupHeader(props: Props) {
  const { title, view, organization, outcome, onChoose, onRestore, onOpenChecklist } = props;
  return (
    <header>
      <h1>{title}</h1>
      {organization && (
        <OrganizationSwitch
          organizations={view.organizations}
          current={organization}
          onChoose={onChoose}
        />
      )}
      {view.organizations.length === 0 && <p>{t('setup_welcome')}</p>}
      <AccessNotice />
      <LedgerNotice view={view} isPrivate={isPrivateWindow()} />
      <OutcomeLine outcome={outcome} onRestore={onRestore} onOpenChecklist={onOpenChecklist} />
    </header>
  );
}

type OutcomeProps = Pick<Props, 'outcome' | 'onRestore' | 'onOpenChecklist'>;

/** Takes the focus, because the button that led here is gone. */
function OutcomeLine({ outcome, onRestore, onOpenChecklist }: OutcomeProps) {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (outcome) line.current?.focus();
  }, [outcome]);
  return (
    <p ref={line} role="status" className="buttons" tabIndex={-1}>
      {outcome && wordsOf(outcome)}
      {outcome?.kind === 'set up' && (
        <button type="button" className="button" onClick={onOpenChecklist}>
          {t('open_checklist')}
        </button>
      )}
      {outcome?.kind === 'removed' && (
        <button type="button" className="button" onClick={() => onRestore(outcome.organization)}>
          {t('undo')}
        </button>
      )}
    </p>
  );
}

function wordsOf(outcome: Outcome): string {
  if (outcome.kind === 'erased') return t('setup_erased');
  const { kind, organization } = outcome;
  switch (kind) {
    case 'set up': {
      const files = requiredYears(organization).length * organization.fileTypes.length;
      return t('setup_ready', tCount('summary_files', files));
    }
    case 'removed':
      return t('setup_organization_removed', organization.name);
    case 'restored':
      return t('setup_restored', organization.name);
  }
}
