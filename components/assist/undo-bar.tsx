import { useRef } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { Session } from '../../lib/session/session.ts';
import type { SessionSnapshot } from '../../lib/session/snapshot.ts';
import { shownText } from '../../lib/words/shown-text.ts';
import { tCount } from '../ui/count-words.ts';
import { useOfferEnd } from './use-offer-end.ts';

interface Props {
  readonly session: Session;
  readonly snapshot: SessionSnapshot;
}

/**
 * What the person did last to the list, and the way back. After `Cancel` it is offered for a while.
 * Everything else can be taken back as long as the list is there.
 */
export function UndoBar({ session, snapshot: { undo, undoFiles } }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  const isOffered = undo !== undefined && undo !== 'attach';
  useOfferEnd(bar, undo === 'cancel', () => session.forgetCancelled());
  // The button goes with the click on it, so the focus goes to the part around it first.
  const takeBack = () => {
    bar.current?.parentElement?.focus();
    session.undo();
  };
  return (
    <div ref={bar} className={isOffered ? 'undo-bar' : ''}>
      <p role="status">{isOffered && undoWords(undo, undoFiles)}</p>
      {isOffered && (
        <button type="button" className="button" onClick={takeBack}>
          {t('undo')}
        </button>
      )}
    </div>
  );
}

function undoWords(
  undo: NonNullable<SessionSnapshot['undo']>,
  files: readonly string[],
): string | undefined {
  switch (undo) {
    case 'remove':
      return t('undo_remove', files.map(shownText).join());
    case 'cancel':
      return tCount('undo_cancel', files.length);
    case 'only new':
      return t('undo_only_new');
    default:
      return undefined; // the list shows what was chosen or answered
  }
}
