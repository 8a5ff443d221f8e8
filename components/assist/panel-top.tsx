import type { RefObject } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { Outcome } from '../../lib/ledger/outcome.ts';
import { nextAction } from '../../lib/session/next-action.ts';
import type { Session } from '../../lib/session/session.ts';
import type { SessionSnapshot } from '../../lib/session/snapshot.ts';
import { tCount } from '../ui/count-words.ts';
import { PanelActions } from './panel-actions.tsx';
import { PreparedFiles } from './prepared-files.tsx';
import { Summary } from './summary.tsx';
import { UndoBar } from './undo-bar.tsx';

interface Props {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly session: Session;
  readonly snapshot: SessionSnapshot;
  /** The bar says it, in place of the summary. */
  readonly outcome: Outcome | undefined;
}

/**
 * How the files stand and what to do next, always in sight above the list. It takes the focus when
 * it is the person's turn, so the first Tab leads to the primary button.
 */
export function PanelTop({ ref, session, snapshot, outcome }: Props) {
  const { phase, rows, undo } = snapshot;
  const isSaid = phase === 'waiting' || outcome !== undefined;
  const isEmpty = isSaid && !undo && !nextAction(snapshot);
  const toSave = phase === 'refused' ? rows.filter(({ place }) => place === 'now') : [];
  return (
    <div ref={ref} className={`panel-top ${isEmpty ? 'empty' : ''}`} tabIndex={-1}>
      <Summary snapshot={snapshot} outcome={outcome} />
      {toSave.length > 0 && <PreparedFiles rows={toSave} session={session} />}
      {phase !== 'waiting' && <PanelActions session={session} snapshot={snapshot} />}
      <JoinedFiles session={session} snapshot={snapshot} />
      <UndoBar session={session} snapshot={snapshot} />
    </div>
  );
}

/** `6 already there + 1 new = 7`: a new choice goes together with what the page has. */
function JoinedFiles({ session, snapshot: { joined } }: Pick<Props, 'session' | 'snapshot'>) {
  if (!joined) return null;
  const { there, fresh, canLeaveOut } = joined;
  return (
    <p className="joined">
      {t('joined', { count: there }, { count: fresh }, { count: there + fresh })}
      {canLeaveOut && (
        <button type="button" className="button" onClick={() => session.sendOnlyNew()}>
          {tCount('send_only_new', fresh)}
        </button>
      )}
    </p>
  );
}
