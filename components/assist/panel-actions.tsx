import { t } from '../../lib/browser/i18n.ts';
import { nextAction } from '../../lib/session/next-action.ts';
import { isOnThePage } from '../../lib/session/row-groups.ts';
import type { Session } from '../../lib/session/session.ts';
import type { SessionSnapshot } from '../../lib/session/snapshot.ts';
import { NextActionButton } from './next-action-button.tsx';

interface Props {
  readonly session: Session;
  readonly snapshot: SessionSnapshot;
}

/** The buttons under the summary: the one thing to do next, and the ways back. */
export function PanelActions({ session, snapshot }: Props) {
  const { phase, undo } = snapshot;
  const isOver = isOnThePage(phase);
  if (isOver && undo !== 'attach' && !nextAction(snapshot)) return null;
  return (
    <div className="panel-actions">
      <NextActionButton session={session} snapshot={snapshot} />
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
