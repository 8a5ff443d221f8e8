import { t } from '../../lib/browser/i18n.ts';
import type { CellStatus } from '../../lib/ledger/cells.ts';
import type { StatusCount } from '../../lib/ledger/checklist.ts';
import type { CountedKey } from '../ui/count-words.ts';
import { tCount } from '../ui/count-words.ts';
import { StatusIcon } from '../ui/status-icon.tsx';
import { statusClass } from '../ui/status-words.ts';

const COUNT_WORDS: Readonly<Record<CellStatus, CountedKey>> = {
  received: 'count_received',
  'confirmed by e-mail': 'count_email',
  sent: 'count_sent',
  'no data': 'count_no_data',
  ready: 'count_ready',
  missing: 'count_missing',
  'not sure': 'count_not_sure',
  problem: 'count_problem',
};

interface Props {
  readonly counts: readonly StatusCount[];
  /** The only status that the table shows, if one is chosen. */
  readonly chosen: CellStatus | undefined;
  readonly onChoose: (status: CellStatus | undefined) => void;
}

/** How far the files are, as one bar. Its words are buttons that show only the cells they count. */
export function StatusBar({ counts, chosen, onChoose }: Props) {
  return (
    <div className="status-bar">
      <Bar counts={counts} />
      <fieldset className="legend" aria-label={t('filter_legend')}>
        {counts.map((one) => (
          <button
            key={one.status}
            type="button"
            className={`${statusClass(one.status)} count`}
            aria-pressed={chosen === one.status}
            onClick={() => onChoose(chosen === one.status ? undefined : one.status)}
          >
            <StatusIcon status={one.status} />
            {countWords(one)}
          </button>
        ))}
      </fieldset>
    </div>
  );
}

/** The bar alone. Words beside it say the same. */
export function Bar({ counts }: Pick<Props, 'counts'>) {
  return (
    <div className="bar" aria-hidden="true">
      {counts.map(({ status, count }) => (
        <span key={status} className={statusClass(status)} style={{ flexGrow: count }} />
      ))}
    </div>
  );
}

/** `12 missing` */
export function countWords({ status, count }: StatusCount): string {
  return tCount(COUNT_WORDS[status], count);
}
