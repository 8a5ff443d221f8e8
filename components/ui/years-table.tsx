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
}

/** In a box that scrolls by itself where there is no room. */
export function YearsTable<Cell extends CellPlace>(props: Props<Cell>) {
  return (
    <div className="years-table-box">
      <YearsGrid {...props} className="years-table" corner={t('popup_year')} />
    </div>
  );
}

interface GridProps<Cell extends CellPlace> extends Props<Cell> {
  readonly className: string;
  /** The heading of the column with the school years. */
  readonly corner: ReactNode;
}

/** School years down, the seven file types across, in the program's order. */
export function YearsGrid<Cell extends CellPlace>(props: GridProps<Cell>) {
  const { className, caption, corner, years, cells, children } = props;
  return (
    <table className={className}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{corner}</th>
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
            {cells.filter(({ schoolYear }) => schoolYear === year).map(children)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps extends CellPlace {
  /** A class of the cell, for its color. */
  readonly status: string;
  readonly icon: ReactNode;
  readonly word: string;
  /** Shown in place of a word that is too long for a cell. */
  readonly shortWord?: string | undefined;
  /** Shown when the pointer rests on it. */
  readonly detail?: string | undefined;
  /** Opens what is behind the cell. */
  readonly onOpen?: () => void;
}

/**
 * Status is always icon, word and color; its spoken name is `SENR, 2022-23, <word>`. A narrow table
 * has no room for words: there the icons differ in shape, too.
 */
export function YearsTableCell(props: CellProps) {
  const { fileType, schoolYear, status, icon, word, shortWord, detail, onOpen } = props;
  const content = (
    <>
      <span className="visually-hidden">{t('cell_name', fileType, schoolYear, word)}</span>
      <span className="cell-face" aria-hidden="true">
        {icon}
        <span className="cell-word">{shortWord ?? word}</span>
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
