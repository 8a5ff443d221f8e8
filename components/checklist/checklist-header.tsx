import { say, t } from '../../lib/browser/i18n.ts';
import { ask } from '../../lib/browser/messages.ts';
import type { LedgerView } from '../../lib/messaging/ledger-messages.ts';
import { daysBetween } from '../../lib/requirements/dates.ts';
import type { Organization } from '../../lib/requirements/organization.ts';
import { deadlineOf } from '../../lib/requirements/organization.ts';
import { cycleOf } from '../../lib/requirements/reporting-cycle.ts';
import { shownText } from '../../lib/words/shown-text.ts';
import type { Words } from '../../lib/words/words.ts';

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
          <p>{say(deadlineWords(organization, today))}</p>
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

function deadlineWords(organization: Organization, today: string): Words {
  const deadline = deadlineOf(organization);
  const at = Date.parse(`${deadline}T12:00`);
  const days = daysBetween(today, deadline);
  if (days < 0) return ['checklist_overdue', { day: at }];
  if (days === 0) return ['checklist_due_today', { shortDay: at }];
  if (days === 1) return ['checklist_due_tomorrow', { shortDay: at }];
  return ['checklist_due', { shortDay: at }, { count: days }];
}
