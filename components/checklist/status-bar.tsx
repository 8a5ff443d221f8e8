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
      <div className="bar" aria-hidden="true">
        {counts.map(({ status, count }) => (
          <span key={status} className={statusClass(status)} style={{ flexGrow: count }} />
        ))}
      </div>
      <fieldset className="legend" aria-label={t('filter_legend')}>
        {counts.map(({ status, count }) => (
          <button
            key={status}
            type="button"
            className={`${statusClass(status)} count`}
            aria-pressed={chosen === status}
            onClick={() => onChoose(chosen === status ? undefined : status)}
          >
            <StatusIcon status={status} />
            {tCount(COUNT_WORDS[status], count)}
          </button>
        ))}
      </fieldset>
    </div>
  );
}
