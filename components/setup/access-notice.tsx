import { useEffect, useState } from 'react';
import { hasAccess, onAccessChanged } from '../../lib/browser/access.ts';
import { t } from '../../lib/browser/i18n.ts';
import { AllowAccess } from '../ui/allow-access.tsx';

/** People can take back the access to the site. Without it the assistant never starts there. */
export function AccessNotice() {
  const [isMissing, setIsMissing] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const look = () => {
      hasAccess().then(
        (isThere) => setIsMissing(!isThere),
        () => {},
      );
    };
    onAccessChanged(look, stop.signal);
    look();
    return () => stop.abort();
  }, []);
  if (!isMissing) return null;
  return (
    <div role="alert" className="buttons">
      <p>{t('access_missing')}</p>
      <AllowAccess />
    </div>
  );
}
