import { t } from '../../lib/browser/i18n.ts';
import type { SchoolYear } from '../../lib/calpads/school-year.ts';
import type { FileRow } from '../../lib/session/file-row.ts';
import { shownText } from '../../lib/words/shown-text.ts';
import type { MessageKey } from '../../lib/words/words.ts';
import { tCount } from '../ui/count-words.ts';
import { StatusIcon } from '../ui/status-icon.tsx';
import { YearsTable, YearsTableCell } from '../ui/years-table.tsx';
import type { FileCell, FileCellStatus } from './files-by-cell.ts';
import { fileTable } from './files-by-cell.ts';

/** `good` and not `ready`: in the checklist that word means attached, and has its color. */
const LOOKS: Readonly<
  Record<FileCellStatus, { readonly word: MessageKey; readonly look: string }>
> = {
  missing: { word: 'status_missing', look: 'missing' },
  checking: { word: 'status_checking', look: 'checking' },
  ready: { word: 'status_ready', look: 'good' },
  'to fix': { word: 'status_to_fix', look: 'to-fix' },
  problem: { word: 'status_problem', look: 'problem' },
};

interface Props {
  readonly rows: readonly FileRow[];
  readonly requiredYears: readonly SchoolYear[];
  /** Goes to the file in the list. */
  readonly onShow: (file: FileRow) => void;
}

/** Which years and types the chosen files are, and which no file is here for. */
export function FileTable({ rows, requiredYears, onShow }: Props) {
  const { years, cells, unplaced } = fileTable(rows, requiredYears);
  const countOf = (...statuses: readonly FileCellStatus[]) => ({
    count: cells.filter(({ status }) => statuses.includes(status)).length,
  });
  return (
    <section className="file-table">
      <YearsTable caption={t('check_files_table_caption')} years={years} cells={cells}>
        {(cell) => <FileTableCell key={cell.fileType} cell={cell} onShow={onShow} />}
      </YearsTable>
      <p>
        {t(
          'check_files_totals',
          countOf('ready', 'to fix'),
          { count: cells.length },
          countOf('missing'),
        )}
        <span className="soft"> · {t('check_files_years')}</span>
      </p>
      {unplaced > 0 && <p>{tCount('check_files_unplaced', unplaced)}</p>}
    </section>
  );
}

type CellProps = Pick<Props, 'onShow'> & { readonly cell: FileCell };

function FileTableCell({ cell: { fileType, schoolYear, status, files }, onShow }: CellProps) {
  const [first] = files;
  return (
    <YearsTableCell
      fileType={fileType}
      schoolYear={schoolYear}
      status={LOOKS[status].look}
      icon={<StatusIcon status={status} />}
      word={t(LOOKS[status].word)}
      detail={files.map(({ name }) => shownText(name)).join('\n') || undefined}
      {...(first && { onOpen: () => onShow(first) })}
    />
  );
}
