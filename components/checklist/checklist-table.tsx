import { t } from '../../lib/browser/i18n.ts';
import { FILE_TYPE_NAMES, FILE_TYPES } from '../../lib/calpads/file-types.ts';
import type { Checklist } from '../../lib/messaging/checklist.ts';
import { StatusIcon } from './status-icon.tsx';

type Cell = Checklist['cells'][number];

const STATUS_WORDS = {
  missing: 'status_missing',
  ready: 'status_ready',
  sent: 'status_sent',
} as const;

/** School years down, the seven file types across, in the program's order. */
export function ChecklistTable({ checklist: { years, cells } }: { readonly checklist: Checklist }) {
  return (
    <table className="checklist">
      <caption className="visually-hidden">{t('popup_table_caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('popup_year')}</th>
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
              .map((cell) => (
                <ChecklistCell key={cell.fileType} cell={cell} />
              ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ChecklistCell({ cell: { fileType, schoolYear, status, proof } }: { readonly cell: Cell }) {
  const word = t(STATUS_WORDS[status]);
  return (
    <td
      className={`cell ${status}`}
      title={proof && t('cell_sent_detail', proof.name, { count: proof.rows })}
    >
      <span className="visually-hidden">{t('cell_name', fileType, schoolYear, word)}</span>
      <span aria-hidden="true">
        <StatusIcon status={status} /> {word}
      </span>
    </td>
  );
}
