import { t } from '../../lib/browser/i18n.ts';
import type { CellStatus } from '../../lib/ledger/cells.ts';
import type { Checklist, ChecklistCell } from '../../lib/ledger/checklist.ts';
import { isCounted } from '../../lib/ledger/checklist.ts';
import { StatusIcon } from '../ui/status-icon.tsx';
import { STATUS_WORDS, statusClass } from '../ui/status-words.ts';
import { YearsTable, YearsTableCell } from '../ui/years-table.tsx';

interface Props {
  readonly checklist: Checklist;
  /** Shows only cells with this status. */
  readonly only: CellStatus | undefined;
  readonly onOpen: (cell: ChecklistCell) => void;
}

/** Year by year and type by type: what is missing, sent, proven. */
export function ChecklistTable({ checklist: { years, cells }, only, onOpen }: Props) {
  const isShown = (cell: ChecklistCell) => !only || (cell.status === only && isCounted(cell));
  const shown = years.filter((year) =>
    cells.some((cell) => cell.schoolYear === year && isShown(cell)),
  );
  return (
    <YearsTable
      caption={t('popup_table_caption')}
      years={shown}
      cells={cells.filter(({ schoolYear }) => shown.includes(schoolYear))}
    >
      {(cell) => {
        const { fileType, schoolYear, status } = cell;
        // A cell that is not required is no gap. A file that was sent anyway still shows.
        const isAsked = cell.isRequired || status !== 'missing';
        const look = isAsked ? statusClass(status) : 'not-required';
        return (
          <YearsTableCell
            key={fileType}
            fileType={fileType}
            schoolYear={schoolYear}
            status={isShown(cell) ? look : 'filtered-out'}
            icon={isAsked && <StatusIcon status={status} />}
            word={t(isAsked ? STATUS_WORDS[status] : 'status_not_required')}
            shortWord={status === 'confirmed by e-mail' ? t('status_email_short') : undefined}
            detail={detailOf(cell)}
            onOpen={() => onOpen(cell)}
          />
        );
      }}
    </YearsTable>
  );
}

function detailOf({ sent, counts }: ChecklistCell): string | undefined {
  if (counts && counts.rows !== null) return t('cell_received_detail', { count: counts.rows });
  if (sent?.name && sent.rows !== undefined) {
    return t('cell_sent_detail', sent.name, { count: sent.rows });
  }
  return undefined;
}
