import { t } from '../../lib/browser/i18n.ts';
import type { Organization } from '../../lib/requirements/organization.ts';
import { draftOf } from './organization-draft.ts';
import { YearsLine } from './years-line.tsx';

export function YearsStep({ organization }: { readonly organization: Organization }) {
  return (
    <>
      <p>{t('setup_years_step')}</p>
      <YearsLine draft={draftOf(organization)} />
      <p>
        <a href="#organization">{t('setup_years_change')}</a>
      </p>
    </>
  );
}
