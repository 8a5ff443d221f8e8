import { t } from '../../lib/browser/i18n.ts';
import type { Organization } from '../../lib/requirements/organization.ts';
import { STEPS } from '../../lib/requirements/six-steps.ts';
import { STEP_WORDS } from '../ui/step-words.ts';

interface Props {
  readonly organization: Organization;
  readonly onOpen: () => void;
}

/** How far the organization is in the program's six steps. The setup page says what each needs. */
export function SixStepsSummary({ organization: { stepsDone }, onOpen }: Props) {
  return (
    <details className="six-steps-summary">
      <summary>{t('steps_summary', { count: stepsDone.length }, { count: STEPS.length })}</summary>
      <ol>
        {STEPS.map((step) => (
          <li key={step}>
            {t(STEP_WORDS[step])}
            {stepsDone.includes(step) && <span className="done"> ✓ {t('setup_step_done')}</span>}
          </li>
        ))}
      </ol>
      <button type="button" className="button" onClick={onOpen}>
        {t('steps_open')}
      </button>
    </details>
  );
}
