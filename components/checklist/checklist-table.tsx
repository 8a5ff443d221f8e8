import { t } from '../../lib/browser/i18n.ts';
import type { Checklist } from '../../lib/messaging/checklist.ts';
import { StatusIcon } from '../ui/status-icon.tsx';
import { YearsTable, YearsTableCell } from '../ui/years-table.tsx';

const STATUS_WORDS = {
  missing: 'status_missing',
  ready: 'status_ready',
  sent: 'status_sent',
} as const;

/** What has been sent, year by year and type by type. */
export function ChecklistTable({ checklist: { years, cells } }: { readonly checklist: Checklist }) {
  return (
    <YearsTable caption={t('popup_table_caption')} years={years} cells={cells}>
      {({ fileType, schoolYear, status, proof }) => (
        <YearsTableCell
          key={fileType}
          fileType={fileType}
          schoolYear={schoolYear}
          status={status}
          icon={<StatusIcon status={status} />}
          word={t(STATUS_WORDS[status])}
          detail={proof && t('cell_sent_detail', proof.name, { count: proof.rows })}
        />
      )}
    </YearsTable>
  );
}
