import { t } from '../../lib/browser/i18n.ts';
import type { CellStatus } from '../../lib/ledger/cells.ts';
import type { Checklist, ChecklistCell } from '../../lib/ledger/checklist.ts';
import { totalsOf } from '../../lib/ledger/checklist.ts';
import { StatusIcon } from '../ui/status-icon.tsx';
import { STATUS_WORDS } from '../ui/status-words.ts';
import { YearsTable, YearsTableCell } from '../ui/years-table.tsx';

export const CELL_FILTERS = ['all', 'missing', 'problems'] as const;
export type CellFilter = (typeof CELL_FILTERS)[number];

interface Props {
  readonly checklist: Checklist;
  readonly filter: CellFilter;
  readonly onOpen: (cell: ChecklistCell) => void;
}

/** Year by year and type by type: what is missing, sent, proven. */
export function ChecklistTable({ checklist: { years, cells }, filter, onOpen }: Props) {
  const shown = years.filter((year) =>
    cells.some((cell) => cell.schoolYear === year && isShown(cell, filter)),
  );
  if (shown.length === 0) return <p>{t('filter_nothing')}</p>;
  return (
    <YearsTable
      caption={t('popup_table_caption')}
      years={shown}
      cells={cells.filter(({ schoolYear }) => shown.includes(schoolYear))}
      total={{ heading: t('totals_heading'), of: totalWords }}
    >
      {(cell) => {
        const { fileType, schoolYear, status, isRequired } = cell;
        const isFilteredOut = !isShown(cell, filter);
        const look = isRequired ? status : `${status} not-required`;
        return (
          <YearsTableCell
            key={fileType}
            fileType={fileType}
            schoolYear={schoolYear}
            status={isFilteredOut ? 'filtered-out' : look.replace('confirmed by e-mail', 'email')}
            icon={!isFilteredOut && <StatusIcon status={status} />}
            word={isRequired ? t(STATUS_WORDS[status]) : notRequired(status)}
            detail={detailOf(cell)}
            onOpen={() => onOpen(cell)}
          />
        );
      }}
    </YearsTable>
  );
}

/** A cell that is not required is no gap. A file that was sent anyway still shows. */
function notRequired(status: CellStatus): string {
  return status === 'missing' ? t('status_not_required') : t(STATUS_WORDS[status]);
}

function isShown({ status, isRequired }: ChecklistCell, filter: CellFilter): boolean {
  if (filter === 'all') return true;
  if (filter === 'missing') return isRequired && (status === 'missing' || status === 'ready');
  return status === 'problem' || status === 'not sure';
}

function totalWords(cells: readonly ChecklistCell[]): string {
  const { received, required } = totalsOf(cells);
  return t('totals_of', { count: received }, { count: required });
}

function detailOf({ sent, counts }: ChecklistCell): string | undefined {
  if (counts && counts.rows !== null) return t('cell_received_detail', { count: counts.rows });
  if (sent?.name && sent.rows !== undefined) {
    return t('cell_sent_detail', sent.name, { count: sent.rows });
  }
  return undefined;
}
