import { useId } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { CYCLE_2023, cycleOf } from '../../lib/requirements/reporting-cycle.ts';
import { readRound } from '../../lib/requirements/rounds.ts';
import type { Words } from '../../lib/words/words.ts';
import { AddField, FieldSet, Tick } from './fields.tsx';
import { noonOf } from './noon.ts';
import type { OrganizationDraft } from './organization-draft.ts';
import { changeCycle, roundsToOffer, tick } from './organization-draft.ts';

interface Props {
  readonly draft: OrganizationDraft;
  readonly error: Words | undefined;
  readonly thisYear: number;
  readonly onAnswer: (answers: Partial<OrganizationDraft>) => void;
}

/** The deadline and the rounds. */
export function RoundsField({ draft, error, thisYear, onAnswer }: Props) {
  const { cycle, rounds } = draft;
  const { yearsOfRound, standing } = cycleOf(cycle);
  const answerRound = (round: number, isTicked: boolean) =>
    onAnswer({ rounds: tick(rounds, round, isTicked).toSorted((a, b) => a - b) });
  const addRound = (text: string): Words | undefined => {
    const round = readRound(text);
    if (typeof round !== 'number') return round;
    answerRound(round, true);
    return undefined;
  };
  return (
    <FieldSet legend={t('setup_rounds')} error={error}>
      <CycleChoice
        cycle={cycle}
        thisYear={thisYear}
        onChoose={(year) => onAnswer(changeCycle(draft, year))}
      />
      <p className="soft">
        {t(standing === 'published' ? 'setup_cycle_published' : 'checklist_projected')}
      </p>
      <div className="rounds">
        {roundsToOffer(draft).map((round) => (
          <Tick
            key={round}
            isTicked={rounds.includes(round)}
            onTick={(isTicked) => answerRound(round, isTicked)}
          >
            {t('setup_round', String(round))}{' '}
            <span className="soft">
              {yearsOfRound[round]?.join(', ') ?? t('setup_round_no_years')}
            </span>
          </Tick>
        ))}
      </div>
      <AddField
        label={t('setup_round_add')}
        button="setup_round_add_button"
        inputMode="numeric"
        onAdd={addRound}
      />
    </FieldSet>
  );
}

interface CycleChoiceProps {
  readonly cycle: number;
  readonly thisYear: number;
  readonly onChoose: (cycle: number) => void;
}

function CycleChoice({ cycle, thisYear, onChoose }: CycleChoiceProps) {
  const id = useId();
  const last = Math.max(thisYear + 1, cycle);
  const first = CYCLE_2023.year;
  const cycles = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return (
    <p className="buttons">
      <label htmlFor={id}>{t('setup_cycle')}</label>
      <select id={id} value={cycle} onChange={({ target }) => onChoose(Number(target.value))}>
        {cycles.map((year) => (
          <option key={year} value={year}>
            {t('setup_cycle_due', { day: noonOf(cycleOf(year).deadline) })}
          </option>
        ))}
      </select>
    </p>
  );
}
