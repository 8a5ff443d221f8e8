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
  readonly onSetup: () => void;
}

/** The organization of this checklist, and the time that is left. */
export function ChecklistHeader({ view, organization, today, onSetup }: Props) {
  return (
    <header className="popup-header">
      <h1>{organization?.name || t('popup_title')}</h1>
      {view.organizations.length > 1 && (
        <label>
          <span className="visually-hidden">{t('checklist_organization')}</span>
          <select
            value={view.current}
            onChange={({ target }) =>
              void ask('choose organization', { organization: target.value })
            }
          >
            {view.organizations.map(({ id, name }) => (
              <option key={id} value={id}>
                {shownText(name)}
              </option>
            ))}
          </select>
        </label>
      )}
      {organization && (
        <>
          <div className="due">
            <p>{say(deadlineWords(organization, today))}</p>
            {cycleOf(organization.cycle).standing === 'projected' && (
              <p className="soft">{t('checklist_projected')}</p>
            )}
          </div>
          <button type="button" className="button" onClick={onSetup}>
            {t('checklist_setup')}
          </button>
        </>
      )}
    </header>
  );
}

function deadlineWords(organization: Organization, today: string): Words {
  const deadline = deadlineOf(organization);
  const day = { day: Date.parse(`${deadline}T12:00`) };
  const days = daysBetween(today, deadline);
  if (days < 0) return ['checklist_overdue', day];
  if (days === 0) return ['checklist_due_today', day];
  return days === 1 ? ['checklist_due_tomorrow', day] : ['checklist_due', day, { count: days }];
}
