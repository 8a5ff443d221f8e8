import type { FormEvent } from 'react';
import { useId, useRef, useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { Organization, OrganizationKind } from '../../lib/requirements/organization.ts';
import { ORGANIZATION_KINDS } from '../../lib/requirements/organization.ts';
import type { MessageKey } from '../../lib/words/words.ts';
import { FieldSet, TextField, Tick } from './fields.tsx';
import type { OrganizationDraft } from './organization-draft.ts';
import { draftOf, errorsIn, withDraft } from './organization-draft.ts';
import { OwnChanges } from './own-changes.tsx';
import { RoundsField } from './rounds-field.tsx';
import { YearsLine } from './years-line.tsx';

interface Props {
  readonly organization: Organization;
  readonly others: readonly Organization[];
  /** LEA code of the file checked last. */
  readonly seenLea: string | undefined;
  readonly thisYear: number;
  /** @returns whether it was saved */
  readonly onSave: (change: (organization: Organization) => Organization) => Promise<boolean>;
  /** Only while an organization is being added. */
  readonly onCancel: (() => void) | undefined;
}

const KINDS: Readonly<
  Record<OrganizationKind, { readonly words: MessageKey; readonly note: MessageKey }>
> = {
  'keeps records': { words: 'setup_kind_records', note: 'setup_kind_records_note' },
  'keeps no records': { words: 'setup_kind_no_records', note: 'setup_kind_no_records_note' },
  'ROC/P': { words: 'setup_kind_rocp', note: 'setup_kind_rocp_note' },
};

/** Four questions. The years that follow from the answers show at once. */
export function OrganizationForm(props: Props) {
  const { organization, others, seenLea, thisYear, onSave, onCancel } = props;
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useDraft(organization);
  const [isChecked, setIsChecked] = useState(false);
  const [isSaved, setIsSaved] = useState(false);
  const errors = isChecked ? errorsIn(draft, others) : {};
  const answer = (answers: Partial<OrganizationDraft>) => {
    setDraft({ ...draft, ...answers });
    setIsSaved(false);
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    const isRight = Object.keys(errorsIn(draft, others)).length === 0;
    if (!isRight) requestAnimationFrame(() => focusFirstError(form.current));
    setIsSaved(isRight && (await onSave((before) => withDraft(before, draft))));
  };
  return (
    <form
      ref={form}
      className="organization-form"
      noValidate
      onSubmit={(event) => void save(event)}
    >
      <TextField
        label={t('setup_name')}
        error={errors.name}
        value={draft.name}
        maxLength={120}
        onChange={(name) => answer({ name })}
      />
      <TextField
        label={t('setup_lea')}
        hint={t('setup_lea_hint')}
        error={errors.lea}
        value={draft.lea}
        maxLength={12}
        inputMode="numeric"
        onChange={(lea) => answer({ lea })}
      >
        {seenLea && seenLea !== draft.lea && (
          <button type="button" className="button" onClick={() => answer({ lea: seenLea })}>
            {t('setup_lea_use', seenLea)}
          </button>
        )}
      </TextField>
      <FieldSet legend={t('setup_kind')}>
        {ORGANIZATION_KINDS.map((kind) => (
          <Tick
            key={kind}
            type="radio"
            name={`${id}-kind`}
            isTicked={draft.kind === kind}
            onTick={() => answer({ kind })}
          >
            {t(KINDS[kind].words)} <span className="soft">{t(KINDS[kind].note)}</span>
          </Tick>
        ))}
      </FieldSet>
      <RoundsField draft={draft} error={errors.rounds} thisYear={thisYear} onAnswer={answer} />
      <OwnChanges draft={draft} errors={errors} onAnswer={answer} />
      <YearsLine draft={draft} />
      <p className="buttons">
        <button type="submit" className="button primary">
          {t('setup_save')}
        </button>
        {onCancel && (
          <button type="button" className="button" onClick={onCancel}>
            {t('cancel')}
          </button>
        )}
        <span role="status">{isSaved && t('setup_saved')}</span>
      </p>
    </form>
  );
}

/** Starts again when the organization was changed elsewhere: `Save` must not bring old answers back. */
function useDraft(organization: Organization) {
  const saved = JSON.stringify(draftOf(organization));
  const [base, setBase] = useState(saved);
  const [draft, setDraft] = useState(() => draftOf(organization));
  if (saved !== base) {
    setBase(saved);
    setDraft(draftOf(organization));
  }
  return [draft, setDraft] as const;
}

function focusFirstError(form: HTMLFormElement | null): void {
  const wrong = form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong] input');
  const details = wrong?.closest('details');
  if (details) details.open = true;
  wrong?.focus();
}
