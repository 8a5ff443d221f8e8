import { t } from '../../lib/browser/i18n.ts';
import { isPrivateWindow } from '../../lib/browser/ledger-changes.ts';
import type { LedgerView } from '../../lib/messaging/ledger-messages.ts';
import type { Organization } from '../../lib/requirements/organization.ts';
import { LedgerNotice } from '../ui/ledger-notice.tsx';
import { AccessNotice } from './access-notice.tsx';
import { OrganizationBar } from './organization-bar.tsx';

/** What just happened to a whole organization, or to all of them. */
export type Outcome =
  | { readonly kind: 'removed'; readonly organization: Organization }
  | { readonly kind: 'erased' };

interface Props {
  readonly view: LedgerView;
  /** The organization shown; absent while a new one is filled in. */
  readonly organization: Organization | undefined;
  readonly outcome: Outcome | undefined;
  readonly onChoose: (id: string) => void;
  readonly onAdd: () => void;
  readonly onRemove: (organization: Organization) => void;
  readonly onRestore: (organization: Organization) => void;
}

/** The organization of this page, and what just happened to it. */
export function SetupHeader(props: Props) {
  const { view, organization, outcome, onChoose, onAdd, onRemove, onRestore } = props;
  return (
    <header>
      <h1>{t('setup_title')}</h1>
      {organization && (
        <OrganizationBar
          organizations={view.organizations}
          current={organization}
          onChoose={onChoose}
          onAdd={onAdd}
          onRemove={() => onRemove(organization)}
        />
      )}
      {view.organizations.length === 0 && <p>{t('setup_welcome')}</p>}
      <AccessNotice />
      <LedgerNotice view={view} isPrivate={isPrivateWindow()} />
      <p role="status" className="buttons">
        {outcome?.kind === 'erased' && t('setup_erased')}
        {outcome?.kind === 'removed' && (
          <>
            {t('setup_organization_removed', outcome.organization.name)}
            <button
              type="button"
              className="button"
              onClick={() => onRestore(outcome.organization)}
            >
              {t('undo')}
            </button>
          </>
        )}
      </p>
    </header>
  );
}
