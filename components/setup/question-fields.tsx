import { useId } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { OrganizationKind } from '../../lib/requirements/organization.ts';
import { ORGANIZATION_KINDS } from '../../lib/requirements/organization.ts';
import type { MessageKey } from '../../lib/words/words.ts';
import { FieldSet, TextField, Tick } from './fields.tsx';
import type { DraftErrors, OrganizationDraft } from './organization-draft.ts';
import { OwnChanges } from './own-changes.tsx';
import type { Question } from './questions.ts';
import { RoundsField } from './rounds-field.tsx';
import { YearsLine } from './years-line.tsx';

interface Props {
  readonly draft: OrganizationDraft;
  readonly errors: DraftErrors;
  /** LEA code of the file checked last. */
  readonly seenLea: string | undefined;
  readonly thisYear: number;
  readonly onAnswer: (answers: Partial<OrganizationDraft>) => void;
}

/** The fields of one question, with what is wrong beside each. */
export function QuestionFields({ question, ...props }: Props & { readonly question: Question }) {
  switch (question) {
    case 'name':
      return <NameField {...props} />;
    case 'lea':
      return <LeaField {...props} />;
    case 'kind':
      return <KindField {...props} />;
    case 'rounds':
      return <RoundsFields {...props} />;
  }
}

function NameField({ draft, errors, onAnswer }: Props) {
  return (
    <TextField
      label={t('setup_name')}
      error={errors.name}
      value={draft.name}
      maxLength={120}
      onChange={(name) => onAnswer({ name })}
    />
  );
}

function LeaField({ draft, errors, seenLea, onAnswer }: Props) {
  return (
    <TextField
      label={t('setup_lea')}
      hint={t('setup_lea_hint')}
      error={errors.lea}
      value={draft.lea}
      maxLength={12}
      inputMode="numeric"
      onChange={(lea) => onAnswer({ lea })}
    >
      {seenLea && seenLea !== draft.lea && (
        <button type="button" className="button" onClick={() => onAnswer({ lea: seenLea })}>
          {t('setup_lea_use', seenLea)}
        </button>
      )}
    </TextField>
  );
}

const KINDS: Readonly<
  Record<OrganizationKind, { readonly words: MessageKey; readonly note: MessageKey }>
> = {
  'keeps records': { words: 'setup_kind_records', note: 'setup_kind_records_note' },
  'keeps no records': { words: 'setup_kind_no_records', note: 'setup_kind_no_records_note' },
  'ROC/P': { words: 'setup_kind_rocp', note: 'setup_kind_rocp_note' },
};

function KindField({ draft, onAnswer }: Props) {
  const id = useId();
  return (
    <FieldSet legend={t('setup_kind')}>
      {ORGANIZATION_KINDS.map((kind) => (
        <Tick
          key={kind}
          type="radio"
          name={id}
          isTicked={draft.kind === kind}
          onTick={() => onAnswer({ kind })}
        >
          {t(KINDS[kind].words)} <span className="soft">{t(KINDS[kind].note)}</span>
        </Tick>
      ))}
    </FieldSet>
  );
}

/** The years that follow from the answers show at once. */
function RoundsFields({ draft, errors, thisYear, onAnswer }: Props) {
  return (
    <>
      <RoundsField draft={draft} error={errors.rounds} thisYear={thisYear} onAnswer={onAnswer} />
      <OwnChanges draft={draft} errors={errors} onAnswer={onAnswer} />
      <YearsLine draft={draft} />
    </>
  );
}
