import { t } from '../../lib/browser/i18n.ts';
import { ask } from '../../lib/browser/messages.ts';
import type { LedgerView } from '../../lib/messaging/ledger-messages.ts';

interface Props {
  readonly view: Pick<LedgerView, 'notice' | 'isReadOnly'>;
  readonly isPrivate: boolean;
}

/** What the person has to know of the history itself: it was mended, is incomplete, or cannot be changed. */
export function LedgerNotice({ view: { notice, isReadOnly }, isPrivate }: Props) {
  const hasNotice = notice.restored + notice.lost > 0;
  return (
    <>
      {isReadOnly && <p role="alert">{t('notice_read_only')}</p>}
      {isPrivate && <p role="alert">{t('notice_private_window')}</p>}
      {hasNotice && (
        <div role="alert" className="notice">
          {notice.restored > 0 && <p>{t('notice_restored', { count: notice.restored })}</p>}
          {notice.lost > 0 && <p>{t('notice_lost', { count: notice.lost })}</p>}
          <button type="button" className="button" onClick={() => void ask('dismiss notice', {})}>
            {t('close')}
          </button>
        </div>
      )}
    </>
  );
}
