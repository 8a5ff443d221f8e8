import { t } from '../../lib/browser/i18n.ts';
import type { StoredPlace } from '../../lib/settings/stored-data.ts';
import { STORED_DATA } from '../../lib/settings/stored-data.ts';
import type { MessageKey } from '../../lib/words/words.ts';

const AREA_WORDS: Readonly<Record<StoredPlace['area'], MessageKey>> = {
  database: 'setup_area_database',
  'kept until erased': 'setup_area_local',
  'until the browser closes': 'setup_area_session',
  'in the tab of the site': 'setup_area_tab',
};

/** What the assistant keeps, in words; by its names in the browser for those who want to look. */
export function StoredData() {
  return (
    <>
      <p>{t('setup_stored_summary')}</p>
      <details className="technical">
        <summary>{t('setup_technical')}</summary>
        <StorageTable />
      </details>
    </>
  );
}

function StorageTable() {
  return (
    <table className="plain-table">
      <caption className="visually-hidden">{t('setup_stored')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('setup_stored_name')}</th>
          <th scope="col">{t('setup_stored_area')}</th>
          <th scope="col">{t('setup_stored_holds')}</th>
        </tr>
      </thead>
      <tbody>
        {STORED_DATA.map(({ area, name, holds }) => (
          <tr key={name}>
            <th scope="row">
              <code>{name}</code>
            </th>
            <td>{t(AREA_WORDS[area])}</td>
            <td>{t(holds)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
