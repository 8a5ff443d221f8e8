import { useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { Letter } from '../../lib/requirements/letters.ts';
import { mailtoAddress } from '../../lib/requirements/letters.ts';

interface Props {
  readonly letter: Letter;
  /** The person opened it in their mail program, or copied it. */
  readonly onUsed?: () => void;
}

/** A mail to read, then to open in the mail program or to copy. Nothing is sent from here. */
export function LetterBlock({ letter, onUsed }: Props) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');
  const { to, subject, body } = letter;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`${to}\n${subject}\n\n${body}`.trim());
      setCopied('yes');
      onUsed?.();
    } catch {
      setCopied('refused');
    }
  };
  return (
    <section className="letter">
      <dl lang="en">
        {to && (
          <>
            <dt>{t('letter_to')}</dt>
            <dd>{to}</dd>
          </>
        )}
        <dt>{t('letter_subject')}</dt>
        <dd>{subject}</dd>
        <dt>{t('letter_body')}</dt>
        <dd className="letter-body">{body}</dd>
      </dl>
      <p className="buttons">
        <a className="button" href={mailtoAddress(letter)} onClick={onUsed}>
          {t('letter_open')}
        </a>
        <button type="button" className="button" onClick={() => void copy()}>
          {t('letter_copy')}
        </button>
        <span role="status">
          {copied === 'yes' && t('letter_copied')}
          {copied === 'refused' && t('letter_not_copied')}
        </span>
      </p>
    </section>
  );
}
