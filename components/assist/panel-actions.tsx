import { t } from '../../lib/browser/i18n.ts';
import { headlineOf } from '../../lib/session/headline.ts';
import { isOnThePage } from '../../lib/session/row-groups.ts';
import type { Session } from '../../lib/session/session.ts';
import type { SessionSnapshot } from '../../lib/session/snapshot.ts';
import { tCount } from '../ui/count-words.ts';

interface Props {
  readonly session: Session;
  readonly snapshot: SessionSnapshot;
}

/** The buttons under the summary: the one thing to do next, and the ways back. */
export function PanelActions({ session, snapshot }: Props) {
  const { phase, canGo, undo, page } = snapshot;
  const isOver = isOnThePage(phase);
  // After a confirmation there is a next part only where the page still has its form.
  const hasNext = phase === 'confirmed' && page.state !== 'off';
  const isAttachable = (phase === 'review' || hasNext) && canGo > 0;
  const canGoToSubmit = isReadyToSubmit(snapshot);
  const isRejected = headlineOf(snapshot).kind === 'rejected';
  const hasWayOn = isAttachable || canGoToSubmit || isRejected;
  if (isOver && undo !== 'attach' && !hasWayOn) return null;
  return (
    <div className="panel-actions">
      {isAttachable && (
        <button type="button" className="button primary" onClick={() => session.attach()}>
          {attachWords(snapshot)}
        </button>
      )}
      {isRejected && (
        <button type="button" className="button primary" onClick={() => session.retry()}>
          {t('page_issue_retry')}
        </button>
      )}
      {canGoToSubmit && (
        <button
          type="button"
          className="button primary"
          onClick={() => session.goToControl('submit')}
        >
          {t('go_to_submit')}
        </button>
      )}
      {undo === 'attach' && (
        <button type="button" className="button" onClick={() => session.undo()}>
          {t('undo')}
        </button>
      )}
      {!isOver && phase !== 'handing over' && (
        <button type="button" className="button" onClick={() => session.cancel()}>
          {t('cancel')}
        </button>
      )}
    </div>
  );
}

/** The person clicks the page's button themselves; this one only takes them there. */
function isReadyToSubmit(snapshot: SessionSnapshot): boolean {
  const { state, missing } = snapshot.page;
  const isFound = state !== 'off' && !missing.includes('submit');
  return isFound && headlineOf(snapshot).kind === 'stands';
}

function attachWords({ canGo, needsFix, held, part }: SessionSnapshot): string {
  if (part) return t('attach_fix_part', { count: part.number }, { count: part.of });
  if (needsFix) return tCount('attach_fix', canGo);
  return tCount(held > 0 ? 'attach_good' : 'attach_all', canGo);
}
