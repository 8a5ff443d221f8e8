import { useEffect } from 'react';
import { say, t } from '../../lib/browser/i18n.ts';
import { nextStepWords } from '../../lib/ledger/next-step-words.ts';
import type { Column, Order, OrganizationRow } from '../../lib/ledger/organization-rows.ts';
import { COLUMNS } from '../../lib/ledger/organization-rows.ts';
import { deadlineWords } from '../../lib/requirements/deadline-words.ts';
import { shownText } from '../../lib/words/shown-text.ts';
import type { MessageKey } from '../../lib/words/words.ts';
import { Bar, countWords } from '../checklist/status-bar.tsx';
import { StatusIcon } from '../ui/status-icon.tsx';

const COLUMN_WORDS: Readonly<Record<Column, MessageKey>> = {
  name: 'checklist_organization',
  progress: 'organizations_done',
  problems: 'organizations_problems',
  due: 'organizations_due',
  next: 'next_label',
};

interface Props {
  /** In their order. */
  readonly rows: readonly OrganizationRow[];
  readonly order: Order;
  /** ISO date. */
  readonly today: string;
  readonly onSort: (column: Column) => void;
  readonly onOpen: (organization: string) => void;
}

/** A row for each organization. Its name opens its checklist. */
export function OrganizationsTable({ rows, order, today, onSort, onOpen }: Props) {
  // For the benchmark, and for anyone who looks into a slow page with the browser's own tools.
  useEffect(() => void performance.mark('organizations usable'), []);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard has to scroll it, too
    <section className="wide-table" aria-label={t('organizations_title')} tabIndex={0}>
      <table className="organizations-table">
        <caption className="visually-hidden">{t('organizations_caption')}</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <SortHeader key={column} column={column} order={order} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.organization.id} row={row} today={today} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface SortHeaderProps extends Pick<Props, 'order' | 'onSort'> {
  readonly column: Column;
}

function SortHeader({ column, order, onSort }: SortHeaderProps) {
  const direction = order.by !== 'risk' && order.by === column ? order.direction : undefined;
  return (
    <th scope="col" className={column} aria-sort={direction}>
      <button type="button" onClick={() => onSort(column)}>
        {t(COLUMN_WORDS[column])}
        <span className="sort-sign" aria-hidden="true" />
      </button>
    </th>
  );
}

interface RowProps extends Pick<Props, 'today' | 'onOpen'> {
  readonly row: OrganizationRow;
}

function Row({ row: { organization, summary, progress, problems, due }, today, onOpen }: RowProps) {
  const isOfFiles = progress.of === 'files';
  const words = isOfFiles ? 'organizations_files' : 'organizations_districts';
  return (
    <tr>
      <th scope="row">
        <button type="button" className="button link" onClick={() => onOpen(organization.id)}>
          {shownText(organization.name)}
        </button>
      </th>
      <td className="status-bar">
        <Bar counts={progress.bar} />
        {isOfFiles && (
          <span className="visually-hidden">{progress.bar.map(countWords).join(', ')} · </span>
        )}
        {t(words, { count: progress.done }, { count: progress.all })}
      </td>
      <td className={problems > 0 ? 'problems some' : 'problems'}>
        {problems > 0 && <StatusIcon status="problem" />}
        {t('organizations_count', { count: problems })}
      </td>
      <td>{say(deadlineWords(due, today))}</td>
      <td>{say(nextStepWords(summary.next))}</td>
    </tr>
  );
}
