import './print-view.css';
import { t } from '../../lib/browser/i18n.ts';
import type { ChecklistCell } from '../../lib/ledger/checklist.ts';
import { checklistOf, totalsOf } from '../../lib/ledger/checklist.ts';
import type { LedgerEvent } from '../../lib/ledger/events.ts';
import type { Organization } from '../../lib/requirements/organization.ts';
import { deadlineOf } from '../../lib/requirements/organization.ts';
import { StatusIcon } from '../ui/status-icon.tsx';
import { STATUS_WORDS, statusClass } from '../ui/status-words.ts';
import { YearsTable, YearsTableCell } from '../ui/years-table.tsx';
import { noonOf } from './noon.ts';
import { PrintedReceipt } from './printed-receipt.tsx';
import { receiptsOf } from './receipts.ts';

interface Props {
  readonly organization: Organization;
  readonly events: readonly LedgerEvent[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Only on paper: the matrix on one page, then a receipt for each file. */
export function PrintView({ organization, events, now }: Props) {
  const { years, cells } = checklistOf(organization, events);
  const { required, received, sent, missing, problems, noData } = totalsOf(cells);
  const receipts = receiptsOf(cells, events);
  return (
    <div className="print-view">
      <header>
        <h1>{t('setup_paper_title', organization.name)}</h1>
        <p>
          {organization.reportingLea && `${t('event_lea')}: ${organization.reportingLea} · `}
          {t('setup_due', { day: noonOf(deadlineOf(organization)) })} ·{' '}
          {t('setup_paper_printed', { day: now })}
        </p>
        <p>
          {t(
            'setup_paper_totals',
            { count: required },
            { count: received },
            { count: sent },
            { count: missing },
            { count: problems },
            { count: noData },
          )}
        </p>
      </header>
      <YearsTable caption={t('popup_table_caption')} years={years} cells={cells}>
        {(cell) => (
          <YearsTableCell
            key={cell.fileType}
            fileType={cell.fileType}
            schoolYear={cell.schoolYear}
            status={statusClass(cell.status)}
            icon={<StatusIcon status={cell.status} />}
            word={wordOf(cell)}
          />
        )}
      </YearsTable>
      {receipts.length > 0 && (
        <section className="receipts">
          <h2>{t('setup_paper_receipts')}</h2>
          <p>{t('setup_paper_hashes')}</p>
          {receipts.map((receipt) => (
            <PrintedReceipt
              key={`${receipt.cell.fileType} ${receipt.cell.schoolYear}`}
              receipt={receipt}
            />
          ))}
        </section>
      )}
    </div>
  );
}

function wordOf({ isRequired, status }: ChecklistCell): string {
  return t(!isRequired && status === 'missing' ? 'status_not_required' : STATUS_WORDS[status]);
}
