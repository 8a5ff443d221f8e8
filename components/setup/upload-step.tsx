import { t } from '../../lib/browser/i18n.ts';
import type { Organization } from '../../lib/requirements/organization.ts';
import { uploadsItself } from '../../lib/requirements/organization.ts';
import type { OpenPages } from '../ui/open-pages.ts';

interface Props {
  readonly organization: Organization;
  readonly open: Pick<OpenPages, 'uploadPage' | 'checkFiles'>;
}

export function UploadStep({ organization, open }: Props) {
  if (!uploadsItself(organization)) {
    const { districts } = organization;
    const uploaded = districts.filter(({ done }) => done.includes('uploaded')).length;
    return (
      <p>
        {t('setup_upload_districts', { count: uploaded }, { count: districts.length })}{' '}
        <a href="#districts">{t('setup_upload_districts_link')}</a>
      </p>
    );
  }
  return (
    <>
      <p>{t('setup_upload_intro')}</p>
      <p>{t('setup_mou_rule_login')}</p>
      <p className="buttons">
        <button type="button" className="button" onClick={open.checkFiles}>
          {t('check_files')}
        </button>
        <button type="button" className="button" onClick={open.uploadPage}>
          {t('popup_open_page')}
        </button>
      </p>
    </>
  );
}
