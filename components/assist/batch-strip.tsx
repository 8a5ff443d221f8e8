import { memo, useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { SessionSnapshot } from '../../lib/session/snapshot.ts';
import type { MessageKey } from '../../lib/words/words.ts';
import type { FileCellStatus } from '../check-files/files-by-cell.ts';
import { fileTable } from '../check-files/files-by-cell.ts';
import { StatusIcon } from '../ui/status-icon.tsx';
import { YearsGrid } from '../ui/years-table.tsx';

/** Each with its icon and word. A file that is only renamed is ready, too. */
const LOOKS: Readonly<
  Record<
    Exclude<FileCellStatus, 'missing'>,
    { readonly icon: FileCellStatus; readonly word: MessageKey }
  >
> = {
  checking: { icon: 'checking', word: 'status_checking' },
  'to fix': { icon: 'ready', word: 'status_ready' },
  ready: { icon: 'ready', word: 'status_ready' },
  problem: { icon: 'problem', word: 'status_problem' },
};

/** Which school years and file types these files are for. One file needs no table. */
export const BatchStrip = memo(function BatchStrip({ rows }: Pick<SessionSnapshot, 'rows'>) {
  const { years, cells } = fileTable(rows, []);
  if (rows.length < 2 || years.length === 0) return null;
  return (
    <YearsGrid
      className="batch-strip"
      caption={t('strip_caption')}
      corner={<span className="visually-hidden">{t('popup_year')}</span>}
      years={years}
      cells={cells}
    >
      {({ fileType, schoolYear, status }) => (
        <td key={fileType} className={status === 'problem' ? 'problem' : undefined}>
          {status !== 'missing' && (
            <>
              <TurningIcon status={status} />
              <span className="visually-hidden">
                {t('cell_name', fileType, schoolYear, t(LOOKS[status].word))}
              </span>
            </>
          )}
        </td>
      )}
    </YearsGrid>
  );
});

/** It moves a little if the person sees the file turn ready. */
function TurningIcon({ status }: { readonly status: keyof typeof LOOKS }) {
  const [first] = useState(status);
  const { icon } = LOOKS[status];
  const hasTurned = first === 'checking' && icon === 'ready';
  return (
    <span className={hasTurned ? 'turned-ready' : ''}>
      <StatusIcon status={icon} />
    </span>
  );
}
