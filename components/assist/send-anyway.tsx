import { useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { Session } from '../../lib/session/session.ts';
import type { SessionSnapshot } from '../../lib/session/snapshot.ts';
import { tCount } from '../ui/count-words.ts';

interface Props {
  readonly session: Session;
  readonly snapshot: SessionSnapshot;
}

/** Files that had got past the assistant: why the click was stopped, and how to insist on it. */
export function SendAnyway({ session, snapshot: { held, rows } }: Props) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <section className="outcome problem">
      <p>{t('stopped_at_submit')}</p>
      {held > 0 && !isAsking && (
        <button type="button" className="button link" onClick={() => setIsAsking(true)}>
          {t('send_anyway')}
        </button>
      )}
      {isAsking && (
        <>
          <p role="alert">{t('send_anyway_ask')}</p>
          <button type="button" className="button" onClick={() => session.sendAnyway()}>
            {tCount('send_anyway_confirm', rows.length)}
          </button>{' '}
          <button type="button" className="button" onClick={() => setIsAsking(false)}>
            {t('send_anyway_no')}
          </button>
        </>
      )}
    </section>
  );
}
