import { useEffect } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { Session } from '../../lib/session/session.ts';

/** Alone in the panel while the person points, so that it hides as little of the page as can be. */
export function Pointing({ session }: { readonly session: Session }) {
  useEffect(() => {
    const stop = new AbortController();
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') session.stopPointing();
    };
    window.addEventListener('keydown', onKey, { signal: stop.signal });
    return () => stop.abort();
  }, [session]);
  return (
    <>
      <p role="status">{t('pointing')}</p>
      <p>
        <button type="button" className="button" onClick={() => session.stopPointing()}>
          {t('cancel')}
        </button>
      </p>
    </>
  );
}
