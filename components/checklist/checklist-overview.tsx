import { useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { CellStatus } from '../../lib/ledger/cells.ts';
import type { Checklist } from '../../lib/ledger/checklist.ts';
import { statusCounts } from '../../lib/ledger/checklist.ts';
import type { NextStep } from '../../lib/ledger/next-step.ts';
import type { Organization } from '../../lib/requirements/organization.ts';
import { ChecklistTable } from './checklist-table.tsx';
import { NextStepActions } from './next-step-actions.tsx';
import type { PopupLinks, PopupPlace } from './popup-place.ts';
import { ReceiptFindings } from './receipt-findings.tsx';
import { SixStepsSummary } from './six-steps-summary.tsx';
import { StatusBar } from './status-bar.tsx';

interface Props {
  readonly organization: Organization | undefined;
  /** How many there are. */
  readonly organizations: number;
  readonly checklist: Checklist;
  readonly next: NextStep;
  readonly open: PopupLinks;
  readonly go: (place: PopupPlace) => void;
  /** While another page is shown in its place. */
  readonly isHidden: boolean;
}

/** The next step, the table of years and types, and the ways to other pages. */
export function ChecklistOverview(props: Props) {
  const { organization, checklist, next, open, go, isHidden } = props;
  const [chosen, setChosen] = useState<CellStatus>();
  const counts = statusCounts(checklist.cells);
  const only = counts.find(({ status }) => status === chosen)?.status;
  const [warnings, notes] = warningsFirst(checklist);
  return (
    <div className="overview" hidden={isHidden}>
      <NextStepActions next={next} open={open} go={go} />
      <ReceiptFindings findings={warnings} />
      {counts.length > 0 && <StatusBar counts={counts} chosen={only} onChoose={setChosen} />}
      {checklist.years.length > 0 && (
        <ChecklistTable
          checklist={checklist}
          only={only}
          onOpen={({ fileType, schoolYear }) => go({ kind: 'cell', fileType, schoolYear })}
        />
      )}
      <ReceiptFindings findings={notes} />
      <div className="overview-end">
        {organization && <SixStepsSummary organization={organization} onOpen={open.steps} />}
        {props.organizations > 1 && (
          <button type="button" className="button link" onClick={open.organizations}>
            {t('organizations_open', { count: props.organizations })}
          </button>
        )}
        {organization && (
          <button type="button" className="button link" onClick={open.setup}>
            {t('checklist_settings')}
          </button>
        )}
        {open.ownTab && (
          <button type="button" className="button link" onClick={open.ownTab}>
            {t('checklist_open_tab')}
          </button>
        )}
      </div>
    </div>
  );
}

/** What makes cells a problem stands above the table. The rest can wait below it. */
function warningsFirst({ findings }: Checklist) {
  const isWarning = ({ kind }: Checklist['findings'][number]) => kind === 'identical years';
  return [findings.filter(isWarning), findings.filter((one) => !isWarning(one))] as const;
}
