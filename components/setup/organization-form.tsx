import type { FormEvent } from 'react';
import { useRef, useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { Organization } from '../../lib/requirements/organization.ts';
import { goToFirstError } from './first-error.ts';
import type { OrganizationDraft } from './organization-draft.ts';
import { draftOf, errorsIn, withDraft } from './organization-draft.ts';
import { QuestionFields } from './question-fields.tsx';
import { QUESTIONS } from './questions.ts';

interface Props {
  readonly organization: Organization;
  readonly others: readonly Organization[];
  /** LEA code of the file checked last. */
  readonly seenLea: string | undefined;
  readonly thisYear: number;
  /** @returns whether it was saved */
  readonly onSave: (change: (organization: Organization) => Organization) => Promise<boolean>;
}

/** All answers about an organization that is set up, to be changed at any time. */
export function OrganizationForm({ organization, others, onSave, ...hints }: Props) {
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
    if (!isRight) goToFirstError(form.current);
    setIsSaved(isRight && (await onSave((before) => withDraft(before, draft))));
  };
  return (
    <form
      ref={form}
      className="organization-form"
      noValidate
      onSubmit={(event) => void save(event)}
    >
      {QUESTIONS.map((question) => (
        <QuestionFields
          key={question}
          question={question}
          draft={draft}
          errors={errors}
          onAnswer={answer}
          {...hints}
        />
      ))}
      <p className="buttons">
        <button type="submit" className="button primary">
          {t('setup_save')}
        </button>
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
