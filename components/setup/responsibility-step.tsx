import { t } from '../../lib/browser/i18n.ts';
import type { OrganizationKind } from '../../lib/requirements/organization.ts';
import type { MessageKey } from '../../lib/words/words.ts';

/** From the 2023 upload webinar, "Who is required to submit the data?" and "Step 1". */
const DUTIES: Readonly<Record<OrganizationKind, readonly MessageKey[]>> = {
  'keeps records': ['setup_duty_records_mou', 'setup_duty_records_upload'],
  'keeps no records': [
    'setup_duty_tell_tap',
    'setup_duty_tell_districts',
    'setup_duty_tell_risk',
    'setup_duty_check_in',
  ],
  'ROC/P': ['setup_duty_tell_tap_all', 'setup_duty_tell_districts', 'setup_duty_ensure'],
};

export function ResponsibilityStep({ kind }: { readonly kind: OrganizationKind }) {
  return (
    <>
      <p>{t(kind === 'keeps records' ? 'setup_duty_records' : 'setup_duty_others')}</p>
      <ul className="bullets">
        {DUTIES[kind].map((duty) => (
          <li key={duty}>{t(duty)}</li>
        ))}
      </ul>
      {kind !== 'keeps records' && (
        <p>
          <a href="#districts">{t('setup_duty_letters')}</a>
        </p>
      )}
      <p className="soft">{t('setup_duty_risk')}</p>
    </>
  );
}
