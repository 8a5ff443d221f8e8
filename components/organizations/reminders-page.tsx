import { t } from '../../lib/browser/i18n.ts';
import type { OrganizationRow } from '../../lib/ledger/organization-rows.ts';
import { isBehind } from '../../lib/ledger/organization-rows.ts';
import type { Reminder } from '../../lib/requirements/reminder.ts';
import {
  REMINDER_SUBJECT,
  reminderAddresses,
  reminderText,
} from '../../lib/requirements/reminder.ts';
import { SubPage } from '../checklist/sub-page.tsx';
import { CopyText } from '../ui/copy-text.tsx';
import { tCount } from '../ui/count-words.ts';

interface Props {
  /** All of them, because any may list the address of another. */
  readonly rows: readonly OrganizationRow[];
  readonly onBack: () => void;
}

/** One letter to all that are behind, to copy into a mail. Nothing is sent from here. */
export function RemindersPage({ rows, onBack }: Props) {
  const reminders = rows.filter(isBehind).map(
    ({ organization, summary, problems }): Reminder => ({
      organization,
      open: summary.open,
      problems,
    }),
  );
  const all = rows.map(({ organization }) => organization);
  const addresses = reminderAddresses(reminders, all);
  return (
    <SubPage
      heading={t('organizations_remind', { count: reminders.length })}
      backTo={t('organizations_title')}
      onBack={onBack}
      refusal={undefined}
    >
      {reminders.length === 0 ? (
        <p>{t('organizations_none_behind')}</p>
      ) : (
        <>
          <p>{t('organizations_remind_intro')}</p>
          {addresses.length > 0 ? (
            <CopyText
              label={tCount('organizations_addresses', addresses.length)}
              button={t('organizations_copy_addresses')}
              text={addresses.join('; ')}
              rows={2}
            />
          ) : (
            <p className="soft">{t('organizations_no_addresses')}</p>
          )}
          <CopyText
            label={t('letter_subject')}
            button={t('organizations_copy_subject')}
            text={REMINDER_SUBJECT}
            lang="en"
            rows={1}
          />
          <CopyText
            label={t('letter_body')}
            button={t('organizations_copy_text')}
            text={reminderText(reminders)}
            lang="en"
            rows={16}
          />
        </>
      )}
    </SubPage>
  );
}
