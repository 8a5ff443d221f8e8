import { t } from '../../lib/browser/i18n.ts';
import type { LedgerView } from '../../lib/messaging/from-background.ts';
import type { LedgerClient } from '../../lib/messaging/ledger-client.ts';

interface Props {
  readonly view: LedgerView;
  readonly isPrivate: boolean;
  readonly client: LedgerClient;
}

/** What the person has to know of the history itself: it was mended, is incomplete, or cannot be changed. */
export function LedgerNotice({ view: { notice, isReadOnly }, isPrivate, client }: Props) {
  const hasNotice = notice.restored + notice.lost > 0;
  return (
    <>
      {isReadOnly && <p role="alert">{t('notice_read_only')}</p>}
      {isPrivate && <p role="alert">{t('notice_private_window')}</p>}
      {hasNotice && (
        <div role="alert" className="notice">
          {notice.restored > 0 && <p>{t('notice_restored', { count: notice.restored })}</p>}
          {notice.lost > 0 && <p>{t('notice_lost', { count: notice.lost })}</p>}
          <button type="button" className="button" onClick={() => void client.dismissNotice()}>
            {t('close')}
          </button>
        </div>
      )}
    </>
  );
}
