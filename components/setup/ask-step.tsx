import { t } from '../../lib/browser/i18n.ts';
import { ask } from '../../lib/browser/messages.ts';
import { inquiryLetter } from '../../lib/requirements/letters.ts';
import type { Organization } from '../../lib/requirements/organization.ts';
import { requiredYears } from '../../lib/requirements/organization.ts';
import { LetterBlock } from '../ui/letter-block.tsx';
import { useChange } from '../ui/use-change.ts';
import type { SetupLinks } from './setup-links.ts';

interface Props {
  readonly organization: Organization;
  /** Milliseconds since 1970. */
  readonly askedAt: number | undefined;
  readonly open: SetupLinks;
}

export function AskStep({ organization, askedAt, open }: Props) {
  const { change, refusal } = useChange();
  const schoolYears = requiredYears(organization);
  const noteAsked = () => {
    const { id } = organization;
    void change(() =>
      ask('record', { events: [{ kind: 'asked', organization: id, schoolYears }] }),
    );
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
