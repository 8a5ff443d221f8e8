import { t, uiLocale } from '../../lib/browser/i18n.ts';
import type { AttachedFile } from '../../lib/ledger/attached-file.ts';
import type { LedgerEvent } from '../../lib/ledger/events.ts';
import { shownText } from '../../lib/words/shown-text.ts';
import type { MessageKey } from '../../lib/words/words.ts';

const EVENT_WORDS: Readonly<Partial<Record<LedgerEvent['kind'], MessageKey>>> = {
  attached: 'event_attached',
  'taken-back': 'event_taken_back',
  submitted: 'event_submitted',
  'confirmed-on-page': 'event_confirmed',
  'confirmation-not-seen': 'event_not_seen',
  'said-sent': 'event_said_sent',
  'said-not-sent': 'event_said_not_sent',
  'email-confirmed': 'event_email',
  'no-data': 'event_no_data',
  accepted: 'event_accepted',
  reopened: 'event_reopened',
  'counts-received': 'event_counts',
};

type Doubt = Extract<LedgerEvent, { kind: 'confirmation-not-seen' }>['why'];

/** For the doubts where it is not only the thank-you that was not seen. */
const DOUBT_WORDS: Readonly<Partial<Record<Doubt, MessageKey>>> = {
  'file left': 'event_file_left',
  'file not seen': 'event_file_not_seen',
  'no click': 'event_no_click',
};

interface Props {
  readonly event: LedgerEvent;
  readonly isWithdrawn: boolean;
  readonly onWithdraw: (() => void) | undefined;
}

/** One entry of a cell's history. It can still be read after it was taken back. */
export function EventItem({ event, isWithdrawn, onWithdraw }: Props) {
  const words = wordsOf(event);
  if (!words) return null;
  const time = new Intl.DateTimeFormat(uiLocale(), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <li>
      <time dateTime={new Date(event.at).toISOString()}>{time.format(event.at)}</time>{' '}
      {isWithdrawn ? <s>{t(words)}</s> : t(words)}
      {event.kind === 'counts-received' && event.rows !== null && (
        <>: {t('event_rows', { count: event.rows })}</>
      )}
      {'reason' in event && event.reason && <>: {shownText(event.reason)}</>}
      {isWithdrawn && <> ({t('event_withdrawn')})</>}
      {onWithdraw && !isWithdrawn && (
        <button type="button" className="button link" onClick={onWithdraw}>
          {t('undo')}
        </button>
      )}
      {'file' in event && <FileDetails file={event.file} />}
    </li>
  );
}

function wordsOf(event: LedgerEvent): MessageKey | undefined {
  const doubt = event.kind === 'confirmation-not-seen' ? DOUBT_WORDS[event.why] : undefined;
  return doubt ?? EVENT_WORDS[event.kind];
}

function FileDetails({ file }: { readonly file: AttachedFile }) {
  return (
    <details>
      <summary>
        {t('event_file', file.name, { count: file.rows }, { bytes: file.attachedBytes })}
      </summary>
      <dl className="file-details">
        <dt>{t('event_lea')}</dt>
        <dd>{file.reportingLea ?? '–'}</dd>
        <dt>{t('event_bytes_source')}</dt>
        <dd>{t('event_bytes', { count: file.sourceBytes })}</dd>
        <dt>{t('event_bytes_attached')}</dt>
        <dd>{t('event_bytes', { count: file.attachedBytes })}</dd>
        <dt>{t('event_content_hash')}</dt>
        <dd className="hash">{file.contentHash}</dd>
        <dt>{t('event_sha256')}</dt>
        <dd className="hash">{file.attachedSha256}</dd>
      </dl>
    </details>
  );
}
