import { useCallback, useEffect, useRef, useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { onKeptDataChanged } from '../../lib/browser/ledger-changes.ts';
import { ask } from '../../lib/browser/messages.ts';
import type { LearnedControl } from '../../lib/upload-page/learned-control.ts';
import { useChange } from '../ui/use-change.ts';

/** The fields that the person showed to the assistant, with the words that it knows them by. */
export function LearnedControls() {
  const learned = useLearned();
  const { change, refusal } = useChange();
  const outcome = useRef<HTMLParagraphElement>(null);
  const [removed, setRemoved] = useState<LearnedControl>();
  const remove = async (one: LearnedControl) => {
    if (!(await change(() => ask('forget control', { at: one.at })))) return;
    setRemoved(one);
    outcome.current?.focus(); // its button has gone
  };
  return (
    <>
      {learned.length === 0 && <p>{t('setup_learned_none')}</p>}
      {learned.length > 0 && (
        <table className="plain-table">
          <caption className="visually-hidden">{t('setup_learned')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('setup_learned_field')}</th>
              <th scope="col">{t('setup_learned_words')}</th>
              <th scope="col">{t('setup_learned_day')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {learned.map((one) => (
              <tr key={one.at}>
                <th scope="row">{t(`control_${one.control}`)}</th>
                <td>{t('setup_learned_list', { list: quotedWords(one) })}</td>
                <td>{t('setup_learned_on', { day: one.at })}</td>
                <td>
                  <button
                    type="button"
                    className="button"
                    aria-label={t('remove_named', t(`control_${one.control}`))}
                    onClick={() => void remove(one)}
                  >
                    {t('remove')}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {refusal && <p role="alert">{t(refusal)}</p>}
      <p ref={outcome} role="status" tabIndex={-1}>
        {removed && t('setup_learned_removed', t(`control_${removed.control}`))}
      </p>
    </>
  );
}

/** As they are now, and again after every change. */
function useLearned(): readonly LearnedControl[] {
  const [learned, setLearned] = useState<readonly LearnedControl[]>([]);
  const read = useCallback(() => {
    ask('learned controls', {}).then(setLearned, () => setLearned([]));
  }, []);
  useEffect(() => {
    const stop = new AbortController();
    onKeptDataChanged(read, stop.signal);
    read();
    return () => stop.abort();
  }, [read]);
  return learned;
}

/** A label beside its field counts as evidence twice, but its words are shown once. */
function quotedWords({ evidence }: LearnedControl): string[] {
  return [...new Set(evidence.map(({ words }) => `“${words}”`))];
}
