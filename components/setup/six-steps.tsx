import type { ReactNode } from 'react';
import { useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { checklistOf } from '../../lib/ledger/checklist.ts';
import type { LedgerView } from '../../lib/messaging/ledger-messages.ts';
import type { Organization } from '../../lib/requirements/organization.ts';
import type { StepId } from '../../lib/requirements/six-steps.ts';
import { STEPS } from '../../lib/requirements/six-steps.ts';
import { STEP_WORDS } from '../ui/step-words.ts';
import { AskStep } from './ask-step.tsx';
import { DownloadStep } from './download-step.tsx';
import { Tick } from './fields.tsx';
import { MouStep } from './mou-step.tsx';
import { tick } from './organization-draft.ts';
import { ResponsibilityStep } from './responsibility-step.tsx';
import type { SetupLinks } from './setup-links.ts';
import { UploadStep } from './upload-step.tsx';
import type { UpdateOrganization } from './use-saved-organization.ts';
import { YearsStep } from './years-step.tsx';

interface Props {
  readonly organization: Organization;
  readonly view: LedgerView;
  readonly open: SetupLinks;
  readonly onUpdate: UpdateOrganization;
}

/** The program's six steps in order, in the words for this kind of organization. */
export function SixSteps({ organization, view, open, onUpdate }: Props) {
  const { stepsDone } = organization;
  const [firstOpen] = useState(() => STEPS.find((step) => !stepsDone.includes(step)));
  const { askedAt } = checklistOf(organization, view.events);
  const bodies: Readonly<Record<StepId, ReactNode>> = {
    responsibility: <ResponsibilityStep kind={organization.kind} />,
    mou: <MouStep mou={organization.mou} onUpdate={onUpdate} />,
    years: <YearsStep organization={organization} />,
    ask: <AskStep organization={organization} askedAt={askedAt} open={open} />,
    download: <DownloadStep organization={organization} />,
    upload: <UploadStep organization={organization} open={open} />,
  };
  return (
    <ol className="steps">
      {STEPS.map((step, place) => {
        const title = t('setup_step_title', String(place + 1), t(STEP_WORDS[step]));
        return (
          <li key={step}>
            <details open={step === firstOpen}>
              <summary>{title}</summary>
              <div className="step-body">{bodies[step]}</div>
            </details>
            <Tick
              isTicked={stepsDone.includes(step)}
              onTick={(isTicked) =>
                void onUpdate((before) => ({
                  ...before,
                  stepsDone: STEPS.filter((one) =>
                    tick(before.stepsDone, step, isTicked).includes(one),
                  ),
                }))
              }
            >
              {t('setup_step_done')}
              <span className="visually-hidden">: {title}</span>
            </Tick>
          </li>
        );
      })}
    </ol>
  );
}
