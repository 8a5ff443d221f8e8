import { say, t } from '../../lib/browser/i18n.ts';
import { ask } from '../../lib/browser/messages.ts';
import type { LedgerView } from '../../lib/messaging/ledger-messages.ts';
import { deadlineWords } from '../../lib/requirements/deadline-words.ts';
import type { Organization } from '../../lib/requirements/organization.ts';
import { deadlineOf } from '../../lib/requirements/organization.ts';
import { cycleOf } from '../../lib/requirements/reporting-cycle.ts';
import { shownText } from '../../lib/words/shown-text.ts';

interface Props {
  readonly view: LedgerView;
  readonly organization: Organization | undefined;
  /** ISO date. */
  readonly today: string;
}

/** The organization of this checklist, and the time that is left. */
export function ChecklistHeader({ view, organization, today }: Props) {
  return (
    <header className="popup-header">
      <OrganizationHeading view={view} organization={organization} />
      {organization && (
        <div className="due">
          <p>{say(deadlineWords(deadlineOf(organization), today))}</p>
          {cycleOf(organization.cycle).standing === 'projected' && (
            <p className="soft">{t('checklist_projected')}</p>
          )}
        </div>
      )}
    </header>
  );
}

/**
 * The heading is also the switch. The list lies over the heading and is not seen, because the text
 * of a list cannot wrap, and a name may be long.
 */
function OrganizationHeading({ view, organization }: Omit<Props, 'today'>) {
  return (
    <div className="organization-heading">
      <h1 tabIndex={-1}>{organization?.name ? shownText(organization.name) : t('popup_title')}</h1>
      {view.organizations.length > 1 && (
        <select
          aria-label={t('checklist_organization')}
          value={view.current}
          onChange={({ target }) => void ask('choose organization', { organization: target.value })}
        >
          {view.organizations.map(({ id, name }) => (
            <option key={id} value={id}>
              {shownText(name)}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
