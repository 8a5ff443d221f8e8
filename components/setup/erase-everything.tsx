import { useId, useRef } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { ask } from '../../lib/browser/messages.ts';
import type { LedgerView } from '../../lib/messaging/ledger-messages.ts';
import { useChange } from '../ui/use-change.ts';

interface Props {
  readonly view: LedgerView;
  readonly onErased: () => void;
}

/** One click, and a question that names what goes. */
export function EraseEverything({ view, onErased }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const { change, refusal } = useChange();
  const names = view.organizations.map(({ name }) => name);
  const erase = async () => {
    dialog.current?.close();
    if (await change(() => ask('erase everything', {}))) onErased();
  };
  return (
    <section className="erase">
      <button type="button" className="button danger" onClick={() => dialog.current?.showModal()}>
        {t('setup_erase')}
      </button>
      {refusal && <p role="alert">{t(refusal)}</p>}
      <dialog ref={dialog} aria-labelledby={id}>
        <h2 id={id}>{t('setup_erase_question')}</h2>
        <p>
          {names.length > 0
            ? t('setup_erase_what', { list: names })
            : t('setup_erase_what_no_organization')}
        </p>
        <p>{t('setup_erase_stays')}</p>
        <p className="buttons">
          <button type="button" className="button danger" onClick={() => void erase()}>
            {t('setup_erase_now')}
          </button>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {t('cancel')}
          </button>
        </p>
      </dialog>
    </section>
  );
}
