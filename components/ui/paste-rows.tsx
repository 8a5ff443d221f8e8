import './paste-rows.css';
import { useEffect, useId, useRef, useState } from 'react';
import { say, t } from '../../lib/browser/i18n.ts';
import type { DistrictsPlan, PlannedRow } from '../../lib/ledger/plan-districts.ts';
import { newOnes } from '../../lib/ledger/plan-districts.ts';
import { shownText } from '../../lib/words/shown-text.ts';
import type { CountedKey } from './count-words.ts';
import { tCount } from './count-words.ts';

interface Props<Made> {
  readonly label: string;
  readonly hint: string;
  /** `Add 3 organizations` */
  readonly addWords: CountedKey;
  /** `3 organizations were added.` */
  readonly addedWords: CountedKey;
  readonly planOf: (text: string) => DistrictsPlan<Made>;
  /** What the table says of a new one besides its name. */
  readonly detailOf: (made: Made) => string;
  /** @returns whether they were added */
  readonly onAdd: (made: readonly Made[]) => Promise<boolean>;
  readonly onUndo: (made: readonly Made[]) => Promise<boolean>;
}

/** Rows pasted from a spreadsheet: first shown with what becomes of each, then added. */
export function PasteRows<Made>(props: Props<Made>) {
  const { label, hint, addWords, addedWords, planOf, detailOf, onAdd, onUndo } = props;
  const id = useId();
  const [text, setText] = useState('');
  const [plan, setPlan] = useState<DistrictsPlan<Made>>();
  const [added, setAdded] = useState<readonly Made[]>();
  const made = plan?.kind === 'read' ? newOnes(plan.rows) : [];
  const add = async () => {
    if (!(await onAdd(made))) return;
    setText('');
    setPlan(undefined);
    setAdded(made);
  };
  const undo = async (one: readonly Made[]) => {
    if (await onUndo(one)) setAdded([]);
  };
  const isRefused = plan?.kind === 'refused';
  return (
    <div className="paste-rows">
      <AddedLine added={added} words={addedWords} onUndo={(one) => void undo(one)} />
      <label htmlFor={id}>{label}</label>
      <p id={`${id}-hint`} className="soft">
        {hint}
      </p>
      <textarea
        id={id}
        rows={6}
        spellCheck={false}
        value={text}
        aria-describedby={isRefused ? `${id}-hint ${id}-refused` : `${id}-hint`}
        aria-invalid={isRefused}
        onChange={({ target }) => {
          setText(target.value);
          setPlan(undefined);
        }}
      />
      {isRefused && (
        <p id={`${id}-refused`} role="alert" className="field-error">
          {say(plan.why)}
        </p>
      )}
      <p className="buttons">
        <button
          type="button"
          className={made.length > 0 ? 'button' : 'button primary'}
          disabled={text.trim() === ''}
          onClick={() => setPlan(planOf(text))}
        >
          {t('paste_read')}
        </button>
        {made.length > 0 && (
          <button type="button" className="button primary" onClick={() => void add()}>
            {tCount(addWords, made.length)}
          </button>
        )}
      </p>
      <p role="status">{plan?.kind === 'read' && totals(plan.rows)}</p>
      {plan?.kind === 'read' && <RowsPreview plan={plan} detailOf={detailOf} />}
    </div>
  );
}

interface AddedLineProps<Made> {
  /** Empty once they were taken back. */
  readonly added: readonly Made[] | undefined;
  readonly words: CountedKey;
  readonly onUndo: (added: readonly Made[]) => void;
}

/** Takes the focus, because the button that led here is gone. */
function AddedLine<Made>({ added, words, onUndo }: AddedLineProps<Made>) {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (added) line.current?.focus();
  }, [added]);
  return (
    <p ref={line} role="status" className="buttons" tabIndex={-1}>
      {added?.length === 0 && t('paste_rows_undone')}
      {added && added.length > 0 && (
        <>
          {tCount(words, added.length)}
          <button type="button" className="button" onClick={() => onUndo(added)}>
            {t('undo')}
          </button>
        </>
      )}
    </p>
  );
}

function totals(rows: readonly PlannedRow<unknown>[]): string {
  const count = (kind: PlannedRow<unknown>['kind']) => ({
    count: rows.filter((row) => row.kind === kind).length,
  });
  return t('paste_rows_totals', count('new'), count('known'), count('refused'));
}

interface PreviewProps<Made> {
  readonly plan: Extract<DistrictsPlan<Made>, { kind: 'read' }>;
  readonly detailOf: (made: Made) => string;
}

function RowsPreview<Made>({ plan: { rows, ignored }, detailOf }: PreviewProps<Made>) {
  return (
    <>
      {ignored.length > 0 && <p className="soft">{t('paste_ignored', { list: ignored })}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard has to scroll it, too */}
      <section className="rows-preview wide-table" aria-label={t('paste_preview')} tabIndex={0}>
        <table>
          <caption className="visually-hidden">{t('paste_preview')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('paste_rows_line')}</th>
              <th scope="col">{t('paste_rows_name')}</th>
              <th scope="col">{t('paste_rows_result')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.line} className={row.kind}>
                <td>{row.line}</td>
                <th scope="row">{shownText(row.name) || '–'}</th>
                <td>{resultOf(row, detailOf)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function resultOf<Made>(row: PlannedRow<Made>, detailOf: (made: Made) => string): string {
  switch (row.kind) {
    case 'new':
      return [t('paste_rows_new'), detailOf(row.made)].filter(Boolean).join(' · ');
    case 'known':
      return t('paste_rows_known');
    case 'refused':
      return say(row.why);
  }
}
