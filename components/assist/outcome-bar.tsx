import './outcome-bar.css';
import { useState } from 'react';
import { say, t } from '../../lib/browser/i18n.ts';
import type { Outcome } from '../../lib/ledger/outcome.ts';
import { doubtWords, outcomeWords } from '../../lib/ledger/outcome-words.ts';
import type { Session } from '../../lib/session/session.ts';
import type { PageReport } from '../../lib/upload-page/page-state.ts';
import { SITE_ADDRESS } from '../../lib/upload-page/site-address.ts';
import { GuardedButton } from './guarded-button.tsx';
import { saveReceipt } from './save-receipt.ts';

interface Props {
  readonly outcome: Outcome | undefined;
  readonly session: Session;
  readonly page: PageReport;
  readonly openChecklist: () => void;
  readonly onDismiss: () => void;
}

/** What became of the files that the person submitted on this page, and where to go from there. */
export function OutcomeBar(props: Props) {
  const { outcome } = props;
  const tone = outcome && outcome.notSure.length > 0 ? 'problem' : 'good';
  return (
    <section className={outcome ? 'outcome-bar' : ''}>
      <div className="outcome-line">
        {/* It stays, so that its words are spoken when they come. */}
        <div role="status">
          {outcome && (
            <p className={`headline ${tone}`}>{outcomeWords(outcome).map(say).join(' \u00B7 ')}</p>
          )}
        </div>
        {outcome && (
          <button
            type="button"
            className="dismiss"
            aria-label={t('outcome_dismiss')}
            onClick={props.onDismiss}
          >
            <span aria-hidden="true">{'\u2715'}</span>
          </button>
        )}
      </div>
      {outcome && outcome.notSure.length > 0 && <NotSure outcome={outcome} />}
      {outcome && <WaysOn {...props} outcome={outcome} />}
    </section>
  );
}

function NotSure({ outcome }: { readonly outcome: Outcome }) {
  return (
    <>
      {doubtWords(outcome).map((words) => (
        <p key={words[0]}>{say(words)}</p>
      ))}
      <p>{t('outcome_not_sure_do')}</p>
    </>
  );
}

function WaysOn({ outcome, session, page, openChecklist }: Props & { readonly outcome: Outcome }) {
  const [isSaved, setIsSaved] = useState(false);
  const isToGoOn = outcome.notSure.length === 0 && outcome.toGo !== 0;
  const save = () => void saveReceipt(outcome).then(() => setIsSaved(true));
  return (
    <>
      <div className="panel-actions">
        <NextFiles session={session} page={page} look={isToGoOn ? 'button primary' : 'button'} />
        <button
          type="button"
          className={isToGoOn ? 'button' : 'button primary'}
          onClick={openChecklist}
        >
          {t('outcome_checklist')}
        </button>
        {outcome.sent.length > 0 && (
          <GuardedButton className="button" onClick={save}>
            {t('sent_receipt_save')}
          </GuardedButton>
        )}
      </div>
      <p role="status">{isSaved && t('sent_receipt_saved')}</p>
    </>
  );
}

/** To the page's own file control or its own link, or by a link where the page has neither. */
function NextFiles({
  session,
  page,
  look,
}: Pick<Props, 'session' | 'page'> & { readonly look: string }) {
  const hasForm = page.state !== 'off' && !page.missing.includes('files');
  const hasLink = page.signs.some(({ name, isFound }) => name === 'another upload' && isFound);
  if (!hasForm && !hasLink) {
    return (
      <a className={look} href={SITE_ADDRESS} target="_top">
        {t('outcome_next_files')}
      </a>
    );
  }
  const go = () => (hasForm ? session.goToControl('files') : session.goToAnotherUpload());
  return (
    <button type="button" className={look} onClick={go}>
      {t('outcome_next_files')}
    </button>
  );
}
