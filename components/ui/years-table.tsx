import './years-table.css';
import type { ReactNode } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { FILE_TYPE_NAMES, FILE_TYPES } from '../../lib/calpads/file-types.ts';
import type { SchoolYear } from '../../lib/calpads/school-year.ts';
import type { CellPlace } from '../../lib/ledger/events.ts';

interface Props<Cell extends CellPlace> {
  /** For screen readers: what the table says. */
  readonly caption: string;
  readonly years: readonly SchoolYear[];
  /** Year by year, in each the seven types in the program's order. */
  readonly cells: readonly Cell[];
  /** The cell's `td`. */
  readonly children: (cell: Cell) => ReactNode;
  /** Sums up the cells of a year, of a type, and of all. */
  readonly total?: {
    readonly heading: string;
    readonly of: (cells: readonly Cell[]) => string;
  };
}

/** School years down, the seven file types across, in the program's order. */
export function YearsTable<Cell extends CellPlace>(props: Props<Cell>) {
  const { caption, years, cells, children, total } = props;
  const ofYear = (year: SchoolYear) => cells.filter(({ schoolYear }) => schoolYear === year);
  return (
    <table className="years-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('popup_year')}</th>
          {FILE_TYPES.map((fileType) => (
            <th key={fileType} scope="col">
              <abbr title={FILE_TYPE_NAMES[fileType]}>{fileType}</abbr>
            </th>
          ))}
          {total && <th scope="col">{total.heading}</th>}
        </tr>
      </thead>
      <tbody>
        {years.map((year) => (
          <tr key={year}>
            <th scope="row">{year}</th>
            {ofYear(year).map(children)}
            {total && <td className="total">{total.of(ofYear(year))}</td>}
          </tr>
        ))}
      </tbody>
      {total && (
        <tfoot>
          <tr>
            <th scope="row">{total.heading}</th>
            {FILE_TYPES.map((type) => (
              <td key={type} className="total">
                {total.of(cells.filter(({ fileType }) => fileType === type))}
              </td>
            ))}
            <td className="total">{total.of(cells)}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

interface CellProps extends CellPlace {
  /** A class of the cell, for its color. */
  readonly status: string;
  readonly icon: ReactNode;
  readonly word: string;
  /** Shown when the pointer rests on it. */
  readonly detail?: string | undefined;
  /** Opens what is behind the cell. */
  readonly onOpen?: () => void;
}

/** Status is always icon, word and color; its spoken name is `SENR, 2022-23, <word>`. */
export function YearsTableCell(props: CellProps) {
  const { fileType, schoolYear, status, icon, word, detail, onOpen } = props;
  const content = (
    <>
      <span className="visually-hidden">{t('cell_name', fileType, schoolYear, word)}</span>
      <span className="cell-face" aria-hidden="true">
        {icon} {word}
      </span>
    </>
  );
  return (
    <td className={`cell ${status}`} title={detail}>
      {onOpen ? (
        <button type="button" className="cell-button" onClick={onOpen}>
          {content}
        </button>
      ) : (
        content
      )}
    </td>
  );
}
