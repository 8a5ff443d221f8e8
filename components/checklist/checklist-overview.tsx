import { useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { Checklist } from '../../lib/ledger/checklist.ts';
import { totalsOf } from '../../lib/ledger/checklist.ts';
import type { NextStep } from '../../lib/ledger/next-step.ts';
import type { ReceiptFinding } from '../../lib/receipts/reconcile.ts';
import type { Organization } from '../../lib/requirements/organization.ts';
import type { CellFilter } from './checklist-table.tsx';
import { CELL_FILTERS, ChecklistTable } from './checklist-table.tsx';
import { NextStepBar } from './next-step-bar.tsx';
import type { PopupLinks, PopupPlace } from './popup-place.ts';
import { SixStepsSummary } from './six-steps-summary.tsx';

interface Props {
  readonly organization: Organization | undefined;
  readonly checklist: Checklist;
  readonly next: NextStep;
  readonly open: PopupLinks;
  readonly go: (place: PopupPlace) => void;
}

const FILTER_WORDS = {
  all: 'filter_all',
  missing: 'filter_missing',
  problems: 'filter_problems',
} as const;

/** The next step, the table of years and types, and the ways to other pages. */
export function ChecklistOverview({ organization, checklist, next, open, go }: Props) {
  const [filter, setFilter] = useState<CellFilter>('all');
  const totals = totalsOf(checklist.cells);
  return (
    <>
      <NextStepBar next={next} open={open} go={go} />
      <ReceiptFindings findings={checklist.findings} />
      {checklist.years.length > 0 && (
        <>
          <fieldset className="filters" aria-label={t('filter_legend')}>
            {CELL_FILTERS.map((one) => (
              <button
                key={one}
                type="button"
                className="button"
                aria-pressed={filter === one}
                onClick={() => setFilter(one)}
              >
                {t(FILTER_WORDS[one])}
              </button>
            ))}
          </fieldset>
          <ChecklistTable
            checklist={checklist}
            filter={filter}
            onOpen={({ fileType, schoolYear }) => go({ kind: 'cell', fileType, schoolYear })}
          />
          {totals.required > 0 && (
            <p className="totals">
              {t('totals_received', { count: totals.received }, { count: totals.required })} ·{' '}
              {t('totals_rest', { count: totals.sent }, { count: totals.missing })}
              {totals.problems > 0 && <> · {t('totals_problems', { count: totals.problems })}</>}
              {totals.noData > 0 && <> · {t('totals_no_data', { count: totals.noData })}</>}
            </p>
          )}
        </>
      )}
      {organization && <SixStepsSummary organization={organization} onOpen={open.steps} />}
      <nav className="popup-nav" aria-label={t('checklist_more')}>
        <button type="button" className="button" onClick={open.uploadPage}>
          {t('popup_open_page')}
        </button>
        <button type="button" className="button" onClick={open.checkFiles}>
          {t('check_files')}
        </button>
        <button type="button" className="button" onClick={() => go({ kind: 'ask' })}>
          {t('checklist_ask')}
        </button>
        <button type="button" className="button" onClick={() => go({ kind: 'paste' })}>
          {t('checklist_paste')}
        </button>
      </nav>
    </>
  );
}

function ReceiptFindings({ findings }: { readonly findings: readonly ReceiptFinding[] }) {
  return findings.map((finding) =>
    finding.kind === 'identical years' ? (
      <p key={finding.years.join()} role="alert" className="finding-bar">
        {t('finding_identical_years', { list: finding.years }, { list: finding.fileTypes })}
      </p>
    ) : (
      <p key={`${finding.fileType} ${finding.schoolYear}`} className="finding-bar note">
        {t(
          'finding_far_below',
          finding.fileType,
          finding.schoolYear,
          { count: finding.rows },
          { list: finding.neighbours.map(String) },
        )}
      </p>
    ),
  );
}
