import type { Doc } from '../e2e/drivers/driver.ts';

/** Puts a list of as many rows, of the same markup and styles, in place of the panel's. */
export function showPlainList(panel: Doc, rows: number): Promise<void> {
  return panel.evaluate((count) => {
    const make = (tag: string, className = '', ...content: (string | Node)[]) => {
      const element = document.createElement(tag);
      element.className = className;
      element.append(...content);
      return element;
    };
    const disclosure = (className: string, summary: Node, content: () => Node) => {
      const details = document.createElement('details');
      details.className = className;
      details.append(make('summary', '', summary));
      details.addEventListener('toggle', () => {
        if (details.open) details.append(content());
        else details.lastElementChild?.remove();
      });
      return details;
    };
    const undoBar = make('div');
    const rowOf = (at: number): HTMLElement => {
      const row = make('li');
      const words = make(
        'span',
        'row-line',
        make('span', 'name', `SENR_2022-23_${at}.txt`),
        make('span', 'as-sent', 'SENR 2022-23.txt'),
        make('span', 'soft', '20 rows'),
      );
      const details = () => {
        const remove = make('button', 'button link', 'Remove');
        remove.setAttribute('aria-label', `Remove row ${at}`);
        remove.addEventListener('click', () => takeOut(row, at));
        return make('div', 'row-details', make('p', 'row-actions', remove));
      };
      row.append(disclosure('file-row', words, details));
      return row;
    };
    const takeOut = (row: HTMLElement, at: number) => {
      const { nextSibling, parentNode } = row;
      row.remove();
      const undo = make('button', 'button', 'Undo');
      undo.addEventListener('click', () => {
        parentNode?.insertBefore(rowOf(at), nextSibling);
        undoBar.replaceChildren();
      });
      undoBar.className = 'undo-bar';
      undoBar.replaceChildren(undo);
    };
    const list = () => make('ul', '', ...Array.from({ length: count }, (_, at) => rowOf(at)));
    const heading = make('h2', '', `Renamed automatically (${count})`);
    const group = disclosure('file-group', heading, list);
    document.body.replaceChildren(
      make('main', 'panel', undoBar, make('div', 'panel-body', make('div', 'file-list', group))),
    );
  }, rows);
}
