import { useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { ask } from '../../lib/browser/messages.ts';
import type { Checklist, ChecklistCell } from '../../lib/ledger/checklist.ts';
import type { LedgerEvent, NewEvent } from '../../lib/ledger/events.ts';
import { inOrder, isCellEvent, placeOf, standing } from '../../lib/ledger/events.ts';
import type { LedgerView } from '../../lib/messaging/ledger-messages.ts';
import { isAmong } from '../../lib/receipts/reconcile.ts';
import { STATUS_WORDS } from '../ui/status-words.ts';
import { useChange } from '../ui/use-change.ts';
import { CellActions } from './cell-actions.tsx';
import { CellProblem } from './cell-problem.tsx';
import { EventItem } from './event-item.tsx';
import type { PopupPlace } from './popup-place.ts';
import { SubPage } from './sub-page.tsx';

interface Props {
  readonly view: LedgerView;
  readonly checklist: Checklist;
  readonly place: Extract<PopupPlace, { kind: 'cell' }>;
  readonly onBack: () => void;
}

/** One file type in one school year: its proofs, what the person can say about it, and its history. */
export function CellPage({ view, checklist, place, onBack }: Props) {
  const { fileType, schoolYear } = place;
  const { change, refusal } = useChange();
  const [isHistoryFull, setIsHistoryFull] = useState(false);
  const cell = checklist.cells.find(
    (one) => one.fileType === fileType && one.schoolYear === schoolYear,
  );
  if (!cell) return null;
  const events = inOrder(view.events).filter(
    (event) =>
      isCellEvent(event) &&
      placeOf(event).fileType === fileType &&
      placeOf(event).schoolYear === schoolYear,
  );
  const counted = new Set(standing(view.events).map(({ id }) => id));
  const record = (...events: readonly NewEvent[]) => void change(() => ask('record', { events }));
  const shown = isHistoryFull ? events : events.slice(-SHOWN_AT_FIRST);
  return (
    <SubPage
      heading={`${fileType} ${schoolYear}: ${t(STATUS_WORDS[cell.status])}`}
      onBack={onBack}
      refusal={refusal}
    >
      <CellProblem cell={cell} findings={checklist.findings} />
      <Proofs cell={cell} />
      <CellActions
        cell={cell}
        sharingProblem={sharingProblem(checklist, cell)}
        organization={view.current}
        onRecord={record}
      />
      <h3>{t('history_heading')}</h3>
      {events.length === 0 && <p className="soft">{t('history_empty')}</p>}
      {events.length > shown.length && (
        <button type="button" className="button link" onClick={() => setIsHistoryFull(true)}>
          {t('history_show_all', { count: events.length })}
        </button>
      )}
      <ol className="history">
        {shown.map((event) => (
          <EventItem
            key={event.id}
            event={event}
            isWithdrawn={!counted.has(event.id)}
            onWithdraw={
              isPersonsWord(event)
                ? () =>
                    record({ kind: 'withdrawn', organization: view.current, events: [event.id] })
                : undefined
            }
          />
        ))}
      </ol>
    </SubPage>
  );
}

const SHOWN_AT_FIRST = 20;

/** People can take back what they said. What the page did stands. */
function isPersonsWord({ kind }: LedgerEvent): boolean {
  return [
    'said-sent',
    'said-not-sent',
    'email-confirmed',
    'no-data',
    'accepted',
    'reopened',
    'counts-received',
  ].includes(kind);
}

/** Cells that are a problem for the same reason: their years have identical counts. */
function sharingProblem({ cells, findings }: Checklist, cell: ChecklistCell): ChecklistCell[] {
  const isCountRight = ({ status, comparison }: ChecklistCell) =>
    status === 'problem' && (comparison === 'equal' || comparison === 'nothing sent');
  if (!isCountRight(cell)) return [cell];
  const shared = findings.filter((finding) => isAmong(cell, finding));
  return cells.filter(
    (one) => isCountRight(one) && shared.some((finding) => isAmong(one, finding)),
  );
}

/** The three proofs that a file arrived, each with its day. */
function Proofs({ cell: { sent, emailAt, counts } }: { readonly cell: ChecklistCell }) {
  return (
    <dl className="proofs">
      <dt>{t('proof_page')}</dt>
      <dd>
        {sent
          ? t(sent.by === 'page' ? 'proof_page_yes' : 'proof_person_says', { day: sent.at })
          : t('proof_none')}
      </dd>
      <dt>{t('proof_email')}</dt>
      <dd>{emailAt === undefined ? t('proof_none') : t('proof_on', { day: emailAt })}</dd>
      <dt>{t('proof_counts')}</dt>
      <dd>
        {counts
          ? counts.rows === null
            ? t('proof_not_listed', { day: counts.at })
            : t('proof_rows', { count: counts.rows }, { day: counts.at })
          : t('proof_none')}
      </dd>
      {sent?.parts && (
        <>
          <dt>{t('proof_parts')}</dt>
          <dd>
            {t('proof_parts_count', { count: sent.parts.done.length }, { count: sent.parts.of })}
          </dd>
        </>
      )}
      {sent?.rows !== undefined && (
        <>
          <dt>{t('proof_rows_sent')}</dt>
          <dd>{t('proof_rows_sent_count', { count: sent.rows })}</dd>
        </>
      )}
    </dl>
  );
}
