import { useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { FILE_TYPE_NAMES, FILE_TYPES } from '../../lib/calpads/file-types.ts';
import type { FileRow } from '../../lib/session/file-row.ts';
import type { MessageKey } from '../../lib/words/words.ts';
import type { FileCellStatus } from '../check-files/files-by-cell.ts';
import { fileTable } from '../check-files/files-by-cell.ts';
import { StatusIcon } from '../ui/status-icon.tsx';

/** Each with its icon and word. A file that is renamed on its way is as ready as any other. */
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
export function BatchStrip({ rows }: { readonly rows: readonly FileRow[] }) {
  const { years, cells } = fileTable(rows, []);
  if (rows.length < 2 || years.length === 0) return null;
  return (
    <table className="batch-strip">
      <caption className="visually-hidden">{t('strip_caption')}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t('popup_year')}</span>
          </th>
          {FILE_TYPES.map((fileType) => (
            <th key={fileType} scope="col">
              <abbr title={FILE_TYPE_NAMES[fileType]}>{fileType}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {years.map((year) => (
          <tr key={year}>
            <th scope="row">{year}</th>
            {cells
              .filter(({ schoolYear }) => schoolYear === year)
              .map(({ fileType, status }) => (
                <td key={fileType} className={status === 'problem' ? 'problem' : undefined}>
                  {status !== 'missing' && (
                    <>
                      <TurningIcon status={status} />
                      <span className="visually-hidden">
                        {t('cell_name', fileType, year, t(LOOKS[status].word))}
                      </span>
                    </>
                  )}
                </td>
              ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

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
