import { useId } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { FilePlan } from '../../lib/fixes/plan.ts';
import type { PartAnswer } from '../../lib/rules/label-part.ts';
import type { FileRow } from '../../lib/session/file-row.ts';
import type { Session } from '../../lib/session/session.ts';

interface SayPartsProps {
  readonly plan: Extract<FilePlan, { kind: 'asks parts' }>;
  readonly session: Session;
}

/** Nothing tells these files apart. The person may know that they are parts of one file. */
export function SayParts({ plan: { set, of }, session }: SayPartsProps) {
  return (
    <button type="button" className="button link" onClick={() => session.sayParts(set)}>
      {t('say_parts', { count: of })}
    </button>
  );
}

interface WhichPartProps {
  readonly id: string;
  readonly plan: Extract<FilePlan, { kind: 'asks which part' }>;
  readonly session: Session;
}

/** A name or the ledger speaks of other parts. Only the person knows whether this is the whole file. */
export function WhichPartChoice({ id, plan: { number, ofs }, session }: WhichPartProps) {
  const fieldId = useId();
  const answers = new Map<string, PartAnswer>([
    ...ofs.map((of): [string, PartAnswer] => [String(of), { number, of }]),
    ['whole', 'whole'],
  ]);
  return (
    <div className="year-choice">
      <label htmlFor={fieldId}>{t('choose_part')}</label>
      <select
        id={fieldId}
        value=""
        onChange={({ target }) => {
          const answer = answers.get(target.value);
          if (answer) session.sayWhichPart(id, answer);
        }}
      >
        <option value="">{t('choose_part_option')}</option>
        {ofs.map((of) => (
          <option key={of} value={String(of)}>
            {t('part_name', { count: number }, { count: of })}
          </option>
        ))}
        <option value="whole">{t('choose_part_whole')}</option>
      </select>
    </div>
  );
}

interface PartWordsProps {
  readonly partWords: NonNullable<FileRow['partWords']>;
  readonly session: Session;
}

/** The description says which part it is, unless the person prefers its school. */
export function PartWordsChoice({ partWords: { set, school, now }, session }: PartWordsProps) {
  const isPart = now === 'part';
  return (
    <button
      type="button"
      className="button link"
      onClick={() => session.choosePartWords(set, isPart ? 'school' : 'part')}
    >
      {isPart ? t('part_words_school', school) : t('part_words_part')}
    </button>
  );
}
