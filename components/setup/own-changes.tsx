import { t } from '../../lib/browser/i18n.ts';
import { FILE_TYPE_NAMES, FILE_TYPES } from '../../lib/calpads/file-types.ts';
import { parseSchoolYear } from '../../lib/calpads/school-year.ts';
import { cycleOf } from '../../lib/requirements/reporting-cycle.ts';
import type { Words } from '../../lib/words/words.ts';
import { AddField, FieldSet, TextField, Tick } from './fields.tsx';
import { noonOf } from './noon.ts';
import type { DraftErrors, OrganizationDraft } from './organization-draft.ts';
import { addYear, hasOwnChanges, programsOwn, tick, yearsToOffer } from './organization-draft.ts';

interface Props {
  readonly draft: OrganizationDraft;
  readonly errors: DraftErrors;
  readonly onAnswer: (answers: Partial<OrganizationDraft>) => void;
}

/** For people who were told other years, types or deadlines than the program's table has. */
export function OwnChanges({ draft, errors, onAnswer }: Props) {
  const { removedYears, fileTypes, deadline } = draft;
  const isChanged = hasOwnChanges(draft);
  const years = yearsToOffer(draft);
  const add = (text: string): Words | undefined => {
    const year = parseSchoolYear(text);
    if (!year) return ['setup_year_unknown', text];
    onAnswer(addYear(draft, year));
    return undefined;
  };
  return (
    <details className="own-changes">
      <summary>
        {t('setup_own')} {isChanged && <span className="soft">{t('setup_own_changed')}</span>}
      </summary>
      <FieldSet legend={t('setup_own_years')}>
        <div className="ticks">
          {years.map((year) => (
            <Tick
              key={year}
              isTicked={!removedYears.includes(year)}
              onTick={(isTicked) => onAnswer({ removedYears: tick(removedYears, year, !isTicked) })}
            >
              {year}
            </Tick>
          ))}
        </div>
        {years.length === 0 && <p className="soft">{t('setup_own_years_none')}</p>}
        <AddField label={t('setup_year_add')} button="setup_year_add_button" onAdd={add} />
      </FieldSet>
      <FieldSet legend={t('setup_own_types')} error={errors.fileTypes}>
        <div className="ticks">
          {FILE_TYPES.map((type) => (
            <Tick
              key={type}
              isTicked={fileTypes.includes(type)}
              onTick={(isTicked) => {
                const wanted = tick(fileTypes, type, isTicked);
                onAnswer({ fileTypes: FILE_TYPES.filter((one) => wanted.includes(one)) });
              }}
            >
              {type}{' '}
              <span className="soft" lang="en">
                {FILE_TYPE_NAMES[type]}
              </span>
            </Tick>
          ))}
        </div>
      </FieldSet>
      <TextField
        label={t('setup_own_deadline')}
        hint={t('setup_own_deadline_hint', { day: noonOf(cycleOf(draft.cycle).deadline) })}
        error={errors.deadline}
        type="date"
        value={deadline}
        onChange={(date) => onAnswer({ deadline: date })}
      />
      {isChanged && (
        <p>
          <button type="button" className="button" onClick={() => onAnswer(programsOwn(draft))}>
            {t('setup_own_reset')}
          </button>
        </p>
      )}
    </details>
  );
}
