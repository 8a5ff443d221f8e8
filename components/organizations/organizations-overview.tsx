import { useId, useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { ask } from '../../lib/browser/messages.ts';
import { saveFile } from '../../lib/browser/save-file.ts';
import { isoDay } from '../../lib/ledger/next-step.ts';
import type { Order, OrganizationRow } from '../../lib/ledger/organization-rows.ts';
import {
  inOrderOf,
  isBehind,
  orderAfter,
  roundsIn,
  withRound,
} from '../../lib/ledger/organization-rows.ts';
import { organizationsCsv } from '../../lib/ledger/organizations-csv.ts';
import { OrganizationsTable } from './organizations-table.tsx';
import type { OrganizationsPlace } from './use-organizations-place.ts';

/** Which rows are shown, and in which order. */
export interface Shown {
  readonly order: Order;
  /** Absent: all. */
  readonly round: number | undefined;
}

interface Props {
  readonly rows: readonly OrganizationRow[];
  /** ISO date. */
  readonly today: string;
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
  readonly go: (place: OrganizationsPlace) => void;
  readonly openerOf: (place: OrganizationsPlace) => (button: HTMLButtonElement | null) => void;
}

/** The table of all organizations, with what can be done about them. */
export function OrganizationsOverview(props: Props) {
  const { rows, today, shown, onShow, go, openerOf } = props;
  const { order, round } = shown;
  const chosen = inOrderOf(withRound(rows, round), order);
  const opener = (place: OrganizationsPlace, words: string) => (
    <button ref={openerOf(place)} type="button" className="button" onClick={() => go(place)}>
      {words}
    </button>
  );
  return (
    <>
      <div className="buttons">
        {opener('add', t('organizations_add'))}
        {rows.length > 0 && (
          <>
            {opener('paste', t('checklist_paste'))}
            {opener('remind', t('organizations_remind', { count: rows.filter(isBehind).length }))}
            <SaveTable rows={chosen} />
            <button type="button" className="button" onClick={() => window.print()}>
              {t('setup_print')}
            </button>
          </>
        )}
      </div>
      {rows.length === 0 ? (
        <p>{t('organizations_none')}</p>
      ) : (
        <>
          <div className="buttons choice">
            <RoundChoice
              rounds={roundsIn(rows)}
              round={round}
              onChoose={(one) => onShow({ ...shown, round: one })}
            />
            <button
              type="button"
              className="button"
              aria-pressed={order.by === 'risk'}
              onClick={() => onShow({ ...shown, order: { by: 'risk' } })}
            >
              {t('organizations_by_risk')}
            </button>
            <p role="status">
              {t('organizations_shown', { count: chosen.length }, { count: rows.length })}
            </p>
          </div>
          <OrganizationsTable
            rows={chosen}
            order={order}
            today={today}
            onSort={(column) => onShow({ ...shown, order: orderAfter(order, column) })}
            onOpen={(id) => void openChecklist(id)}
          />
        </>
      )}
    </>
  );
}

async function openChecklist(organization: string): Promise<void> {
  await ask('choose organization', { organization });
  location.assign('#checklist');
}

interface RoundChoiceProps {
  readonly rounds: readonly number[];
  readonly round: number | undefined;
  readonly onChoose: (round: number | undefined) => void;
}

function RoundChoice({ rounds, round, onChoose }: RoundChoiceProps) {
  const id = useId();
  return (
    <p className="buttons">
      <label htmlFor={id}>{t('organizations_rounds')}</label>
      <select
        id={id}
        value={round ?? ''}
        onChange={({ target }) => onChoose(target.value ? Number(target.value) : undefined)}
      >
        <option value="">{t('organizations_all_rounds')}</option>
        {rounds.map((one) => (
          <option key={one} value={one}>
            {t('setup_round', String(one))}
          </option>
        ))}
      </select>
    </p>
  );
}

/** The table as it stands: the rows that are shown, in their order. */
function SaveTable({ rows }: Pick<Props, 'rows'>) {
  const [outcome, setOutcome] = useState<{ readonly name?: string }>();
  const save = async () => {
    setOutcome(undefined);
    const name = `organizations-${isoDay(Date.now())}.csv`;
    // With the mark at its start, spreadsheets read names as UTF-8.
    const file = new Blob(['\uFEFF', organizationsCsv(rows)], { type: 'text/csv' });
    const isSaved = await saveFile(file, name).then(
      () => true,
      () => false,
    );
    setOutcome(isSaved ? { name } : {});
  };
  return (
    <>
      <button type="button" className="button" onClick={() => void save()}>
        {t('organizations_csv')}
      </button>
      <span role="status">
        {outcome?.name && t('setup_file_saved', outcome.name)}
        {outcome && !outcome.name && t('setup_file_not_saved')}
      </span>
    </>
  );
}
