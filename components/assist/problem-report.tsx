import { useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { ask } from '../../lib/browser/messages.ts';
import { runningOn } from '../../lib/browser/running-on.ts';
import { problemReport } from '../../lib/session/problem-report.ts';
import type { SessionSnapshot } from '../../lib/session/snapshot.ts';
import { CopyText } from '../ui/copy-text.tsx';

interface Props {
  readonly snapshot: SessionSnapshot;
}

/** Shown in full before it is copied; it goes nowhere by itself. */
export function ProblemReportBox({ snapshot }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const [name, setName] = useState<string>();
  const [isNamed, setIsNamed] = useState(false);
  const open = (isNowOpen: boolean) => {
    setIsOpen(isNowOpen);
    if (isNowOpen) currentName().then(setName, () => setName(undefined));
  };
  return (
    <details className="problem-report" onToggle={({ currentTarget }) => open(currentTarget.open)}>
      <summary>{t('report_title')}</summary>
      {isOpen && (
        <>
          <p>{t('report_intro')}</p>
          {name && (
            <label className="tick">
              <input
                type="checkbox"
                checked={isNamed}
                onChange={({ target }) => setIsNamed(target.checked)}
              />
              {t('report_organization', name)}
            </label>
          )}
          <CopyText
            label={t('report_label')}
            button={t('report_copy')}
            text={problemReport({
              runningOn: runningOn(),
              snapshot,
              organization: isNamed ? name : undefined,
            })}
            lang="en"
            rows={10}
          />
        </>
      )}
    </details>
  );
}

async function currentName(): Promise<string | undefined> {
  const { organizations, current } = await ask('read ledger', {});
  return organizations.find(({ id }) => id === current)?.name;
}
