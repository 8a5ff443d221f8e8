import { t } from '../../lib/browser/i18n.ts';
import type { Session } from '../../lib/session/session.ts';
import type { SessionSnapshot } from '../../lib/session/snapshot.ts';
import { tCount } from '../ui/count-words.ts';

interface Props {
  readonly session: Session;
  readonly snapshot: SessionSnapshot;
}

/** The buttons at the panel's foot: the one thing to do next, and the ways back. */
export function PanelActions({ session, snapshot }: Props) {
  const { phase, canGo, undo, page } = snapshot;
  const isOver = phase === 'attached' || phase === 'submitted' || phase === 'confirmed';
  // After a confirmation there is a next part only where the page still has its form.
  const hasNext = phase === 'confirmed' && page.state !== 'off';
  const isAttachable = (phase === 'review' || hasNext) && canGo > 0;
  if (isOver && !undo && !isAttachable) return null;
  return (
    <footer className="panel-actions">
      {isAttachable && (
        <button type="button" className="button primary" onClick={() => session.attach()}>
          {attachWords(snapshot)}
        </button>
      )}
      {undo && (
        <button type="button" className="button" onClick={() => session.undo()}>
          {t('undo')}
        </button>
      )}
      {!isOver && phase !== 'handing over' && (
        <button type="button" className="button" onClick={() => session.cancel()}>
          {t('cancel')}
        </button>
      )}
    </footer>
  );
}

function attachWords({ canGo, needsFix, held, part }: SessionSnapshot): string {
  if (part) return t('attach_fix_part', { count: part.number }, { count: part.of });
  if (needsFix) return tCount('attach_fix', canGo);
  return tCount(held > 0 ? 'attach_good' : 'attach_all', canGo);
}
