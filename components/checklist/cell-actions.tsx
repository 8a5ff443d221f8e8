import type { FormEvent } from 'react';
import { useId, useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { ChecklistCell } from '../../lib/ledger/checklist.ts';
import type { NewEvent } from '../../lib/ledger/events.ts';
import type { MessageKey } from '../../lib/words/words.ts';

interface Props {
  readonly cell: ChecklistCell;
  /** The cells that a person accepts together: this one, and those with the same problem. */
  readonly sharingProblem: readonly ChecklistCell[];
  readonly organization: string;
  readonly onRecord: (...events: readonly NewEvent[]) => void;
}

/** What the person can say about a cell in this state. Each answer is recorded and can be taken back. */
export function CellActions({ cell, sharingProblem, organization, onRecord }: Props) {
  const { fileType, schoolYear, status } = cell;
  const place = { organization, fileType, schoolYear };
  const button = (
    kind: 'said-sent' | 'said-not-sent' | 'email-confirmed' | 'reopened',
    words: MessageKey,
  ) => (
    <button
      key={kind}
      type="button"
      className="button"
      onClick={() => onRecord({ kind, ...place })}
    >
      {t(words)}
    </button>
  );
  const askWhyNoData = (
    <ReasonForm
      words={t('say_no_data')}
      hint={t('say_no_data_hint')}
      onReason={(reason) => onRecord({ kind: 'no-data', ...place, reason })}
    />
  );
  const askWhyRight = (
    <ReasonForm
      words={t('say_accept')}
      hint={
        sharingProblem.length > 1
          ? t('say_accept_all_hint', { count: sharingProblem.length })
          : t('say_accept_hint')
      }
      onReason={(reason) =>
        onRecord(
          ...sharingProblem.map((one) => ({
            kind: 'accepted' as const,
            organization,
            fileType: one.fileType,
            schoolYear: one.schoolYear,
            reason,
          })),
        )
      }
    />
  );
  switch (status) {
    case 'not sure':
      return (
        <p className="buttons">
          {button('said-sent', 'say_sent')}
          {button('said-not-sent', 'say_not_sent')}
        </p>
      );
    case 'missing':
    case 'ready':
      return (
        <>
          <p className="buttons">{button('said-sent', 'say_sent_elsewhere')}</p>
          {askWhyNoData}
        </>
      );
    case 'sent':
      return (
        <p className="buttons">
          {button('email-confirmed', 'say_email')}
          {button('reopened', 'say_reopen')}
        </p>
      );
    case 'problem':
      return (
        <>
          {askWhyRight}
          <p className="buttons">{button('reopened', 'say_reopen')}</p>
        </>
      );
    case 'confirmed by e-mail':
    case 'received':
    case 'no data':
      return <p className="buttons">{button('reopened', 'say_reopen')}</p>;
  }
}

interface ReasonFormProps {
  readonly words: string;
  readonly hint: string;
  readonly onReason: (reason: string) => void;
}

/** An auditor will ask why; so does this form. */
function ReasonForm({ words, hint, onReason }: ReasonFormProps) {
  const id = useId();
  const [reason, setReason] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = reason.trim();
    setIsAsked(given === '');
    if (given) onReason(given);
  };
  return (
    <form className="reason-form" onSubmit={submit}>
      <label htmlFor={id}>{hint}</label>
      <input
        id={id}
        value={reason}
        maxLength={300}
        aria-describedby={isAsked ? `${id}-asked` : undefined}
        aria-invalid={isAsked}
        onChange={({ target }) => setReason(target.value)}
      />
      {isAsked && (
        <p id={`${id}-asked`} className="field-error" role="alert">
          {t('reason_asked')}
        </p>
      )}
      <button type="submit" className="button">
        {words}
      </button>
    </form>
  );
}
