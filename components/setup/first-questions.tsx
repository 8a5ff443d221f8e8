import type { FormEvent, RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { Organization } from '../../lib/requirements/organization.ts';
import { goToFirstError } from './first-error.ts';
import type { OrganizationDraft } from './organization-draft.ts';
import { draftOf, errorsIn, withDraft } from './organization-draft.ts';
import { QuestionFields } from './question-fields.tsx';
import type { Question } from './questions.ts';
import { isAnswered, QUESTIONS, questionAfter, questionBefore } from './questions.ts';

interface Props {
  /** The organization without answers. */
  readonly blank: Organization;
  readonly others: readonly Organization[];
  /** LEA code of the file checked last. */
  readonly seenLea: string | undefined;
  readonly thisYear: number;
  readonly onSave: (change: (organization: Organization) => Organization) => Promise<unknown>;
  /** Only while another organization is added. */
  readonly onCancel: (() => void) | undefined;
}

/** One question at a time, until there is a checklist. Nothing is saved before the last answer. */
export function FirstQuestions({ blank, others, onSave, onCancel, ...hints }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(() => draftOf(blank));
  const [question, setQuestion] = useState<Question>(QUESTIONS[0]);
  const [isChecked, setIsChecked] = useState(false);
  useFocusOnField(form, question, onCancel ? 'at once' : 'after the first');
  const before = questionBefore(question);
  const after = questionAfter(question);
  const errors = errorsIn(draft, others);
  const goTo = (other: Question) => {
    setQuestion(other);
    setIsChecked(false);
  };
  const goOn = (event: FormEvent) => {
    event.preventDefault();
    if (!isAnswered(question, errors)) {
      setIsChecked(true);
      goToFirstError(form.current);
      return;
    }
    if (after) goTo(after);
    else void onSave((organization) => withDraft(organization, draft));
  };
  return (
    <form ref={form} className="organization-form first-questions" noValidate onSubmit={goOn}>
      <p className="soft" role="status">
        {t(
          'setup_question',
          { count: QUESTIONS.indexOf(question) + 1 },
          { count: QUESTIONS.length },
        )}
      </p>
      <QuestionFields
        question={question}
        draft={draft}
        errors={isChecked ? errors : {}}
        onAnswer={(answers: Partial<OrganizationDraft>) => setDraft({ ...draft, ...answers })}
        {...hints}
      />
      <p className="buttons">
        {before && (
          <button type="button" className="button" onClick={() => goTo(before)}>
            {t('setup_back')}
          </button>
        )}
        <button type="submit" className="button primary">
          {t(after ? 'setup_next' : 'setup_save')}
        </button>
        {onCancel && (
          <button type="button" className="button" onClick={onCancel}>
            {t('cancel')}
          </button>
        )}
      </p>
    </form>
  );
}

/** The button that led here is the same for each question, so the focus has to be told. */
function useFocusOnField(
  form: RefObject<HTMLFormElement | null>,
  question: Question,
  start: 'at once' | 'after the first',
): void {
  const shown = useRef(start === 'at once' ? undefined : question);
  useEffect(() => {
    if (shown.current === question) return;
    shown.current = question;
    form.current?.querySelector<HTMLElement>('input:not([type=radio]), :checked, select')?.focus();
  }, [form, question]);
}
