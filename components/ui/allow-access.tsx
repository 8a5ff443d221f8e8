import { useState } from 'react';
import { askForAccess } from '../../lib/browser/access.ts';
import { t } from '../../lib/browser/i18n.ts';

/** The browser itself then asks; what it answers shows by itself where the access is used. */
export function AllowAccess() {
  const [isRefused, setIsRefused] = useState(false);
  const ask = async () => setIsRefused(!(await askForAccess().catch(() => false)));
  return (
    <>
      <button type="button" className="button" onClick={() => void ask()}>
        {t('access_allow')}
      </button>
      {isRefused && <span role="alert">{t('access_refused')}</span>}
    </>
  );
}
