import { t } from '../../lib/browser/i18n.ts';
import { FILE_TYPE_NAMES } from '../../lib/calpads/file-types.ts';
import { REQUESTED_BY } from '../../lib/requirements/ods-extracts.ts';
import type { Organization } from '../../lib/requirements/organization.ts';
import { requiredYears, uploadsItself } from '../../lib/requirements/organization.ts';
import { OutsideLink } from '../ui/outside-link.tsx';

const ODS_GUIDE = 'https://documentation.calpads.org/Extracts/ODSExtract/';

/** Which extract to request in CALPADS for each type, and by which selection. */
export function DownloadStep({ organization }: { readonly organization: Organization }) {
  const years = requiredYears(organization).join(', ');
  return (
    <>
      <p>
        {t(uploadsItself(organization) ? 'setup_download_intro' : 'setup_download_districts')}{' '}
        <OutsideLink href={ODS_GUIDE} words={t('setup_download_guide')} />
      </p>
      <table className="plain-table">
        <caption className="visually-hidden">{t('setup_download_caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('setup_download_type')}</th>
            <th scope="col">{t('setup_download_name')}</th>
            <th scope="col">{t('setup_download_by')}</th>
          </tr>
        </thead>
        <tbody>
          {organization.fileTypes.map((type) => (
            <tr key={type}>
              <th scope="row">{type}</th>
              <td lang="en">{FILE_TYPE_NAMES[type]}</td>
              <td>
                {REQUESTED_BY[type] === 'academic year'
                  ? t('setup_download_by_year')
                  : t('setup_download_by_range')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('setup_download_years', years)}</p>
      <p className="soft">{t('setup_download_names')}</p>
    </>
  );
}
