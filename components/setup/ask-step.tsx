import { t } from '../../lib/browser/i18n.ts';
import type { LedgerClient } from '../../lib/messaging/ledger-client.ts';
import { inquiryLetter } from '../../lib/requirements/letters.ts';
import type { Organization } from '../../lib/requirements/organization.ts';
import { requiredYears } from '../../lib/requirements/organization.ts';
import { LetterBlock } from '../ui/letter-block.tsx';
import type { OpenPages } from '../ui/open-pages.ts';
import { useChange } from '../ui/use-change.ts';

interface Props {
  readonly organization: Organization;
  /** Milliseconds since 1970. */
  readonly askedAt: number | undefined;
  readonly client: LedgerClient;
  readonly open: Pick<OpenPages, 'checklist'>;
}

export function AskStep({ organization, askedAt, client, open }: Props) {
  const { change, refusal } = useChange();
  const schoolYears = requiredYears(organization);
  const noteAsked = () => {
    const { id } = organization;
    void change(() => client.record({ kind: 'asked', organization: id, schoolYears }));
  };
  return (
    <>
      <p>{t('ask_intro')}</p>
      <LetterBlock letter={inquiryLetter(organization.name, schoolYears)} onUsed={noteAsked} />
      {refusal && <p role="alert">{t(refusal)}</p>}
      {askedAt !== undefined && <p>{t('setup_asked_on', { day: askedAt })}</p>}
      <p className="buttons">
        <button type="button" className="button" onClick={open.checklist}>
          {t('open_checklist')}
        </button>
        <span>{t('setup_ask_reply')}</span>
      </p>
    </>
  );
}
