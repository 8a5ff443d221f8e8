import { t } from '../../lib/browser/i18n.ts';
import type { AttachedFile } from '../../lib/ledger/attached-file.ts';
import { shownText } from '../../lib/words/shown-text.ts';
import { STATUS_WORDS } from '../ui/status-words.ts';
import type { Receipt } from './receipts.ts';

/** One file's proofs and hashes, for an auditor years later. */
export function PrintedReceipt({ receipt: { cell, files } }: { readonly receipt: Receipt }) {
  const { fileType, schoolYear, status, sent, emailAt, counts, reason } = cell;
  return (
    <article className="receipt">
      <h3>
        {fileType} {schoolYear}: {t(STATUS_WORDS[status])}
      </h3>
      <dl>
        {sent && (
          <>
            <dt>{t('proof_page')}</dt>
            <dd>
              {t(sent.by === 'page' ? 'proof_page_yes' : 'proof_person_says', { day: sent.at })}
            </dd>
          </>
        )}
        {emailAt !== undefined && (
          <>
            <dt>{t('proof_email')}</dt>
            <dd>{t('proof_on', { day: emailAt })}</dd>
          </>
        )}
        {counts && (
          <>
            <dt>{t('proof_counts')}</dt>
            <dd>
              {counts.rows === null
                ? t('proof_not_listed', { day: counts.at })
                : t('proof_rows', { count: counts.rows }, { day: counts.at })}
            </dd>
          </>
        )}
        {reason && (
          <>
            <dt>{t('setup_paper_reason')}</dt>
            <dd>{shownText(reason)}</dd>
          </>
        )}
        {files.map(({ id, file }) => (
          <PrintedFile key={id} file={file} />
        ))}
      </dl>
    </article>
  );
}

function PrintedFile({ file }: { readonly file: AttachedFile }) {
  return (
    <>
      <dt>{t('setup_paper_file')}</dt>
      <dd>
        {t('event_file', file.name, { count: file.rows }, { bytes: file.attachedBytes })}
        {file.part && ` (${file.part.number}/${file.part.of})`}
      </dd>
      <dt>{t('event_bytes_source')}</dt>
      <dd>{t('event_bytes', { count: file.sourceBytes })}</dd>
      <dt>{t('event_content_hash')}</dt>
      <dd className="hash">{file.contentHash}</dd>
      <dt>{t('event_sha256')}</dt>
      <dd className="hash">{file.attachedSha256}</dd>
    </>
  );
}
