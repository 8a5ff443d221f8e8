import { t } from '../../lib/browser/i18n.ts';
import { ask } from '../../lib/browser/messages.ts';
import type { Checklist } from '../../lib/ledger/checklist.ts';
import type { LedgerView } from '../../lib/messaging/ledger-messages.ts';
import { inquiryLetter } from '../../lib/requirements/letters.ts';
import type { Organization } from '../../lib/requirements/organization.ts';
import { requiredYears } from '../../lib/requirements/organization.ts';
import { LetterBlock } from '../ui/letter-block.tsx';
import { useChange } from '../ui/use-change.ts';
import { SubPage } from './sub-page.tsx';

interface Props {
  readonly view: LedgerView;
  readonly organization: Organization | undefined;
  readonly checklist: Checklist;
  readonly onBack: () => void;
  readonly onPaste: () => void;
}

/** The mail that asks the help desk which files have arrived. */
export function AskHelpDesk({ view, organization, checklist, onBack, onPaste }: Props) {
  const { change, refusal } = useChange();
  const years = organization ? requiredYears(organization) : checklist.years;
  return (
    <SubPage heading={t('checklist_ask')} onBack={onBack} refusal={refusal}>
      <p>{t('ask_intro')}</p>
      {organization?.name && years.length > 0 ? (
        <LetterBlock
          letter={inquiryLetter(organization.name, years)}
          onUsed={() => {
            const { current } = view;
            void change(() =>
              ask('record', {
                events: [{ kind: 'asked', organization: current, schoolYears: [...years] }],
              }),
            );
          }}
        />
      ) : (
        <p role="alert">{t('ask_needs_setup')}</p>
      )}
      <p>
        <button type="button" className="button" onClick={onPaste}>
          {t('checklist_paste')}
        </button>
      </p>
    </SubPage>
  );
}
