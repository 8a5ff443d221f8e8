import './file-groups.css';
import type { FileRow } from '../../lib/session/file-row.ts';
import type { Session } from '../../lib/session/session.ts';
import type { Phase, SessionSnapshot } from '../../lib/session/snapshot.ts';
import { AttachedFiles, FileGroup } from './file-group.tsx';

interface Props {
  readonly session: Session;
  readonly snapshot: SessionSnapshot;
}

/** All chosen files, those with a problem first. */
export function FileGroups({ session, snapshot: { rows, phase } }: Props) {
  const isOnPage = isOnThePage(phase);
  const now = rows.filter((row) => canGo(row) && row.place !== 'later');
  const isBeingFixed = phase === 'checking' || phase === 'review';
  const common = { session, phase };
  return (
    <>
      <FileGroup kind={isOnPage ? 'held' : 'problem'} rows={rows.filter(isHeld)} {...common} />
      {isBeingFixed && (
        <>
          <FileGroup kind="fix" rows={rows.filter(isToFix)} {...common} />
          <FileGroup kind="ready" rows={rows.filter(isReady)} {...common} />
          <FileGroup kind="sent" rows={rows.filter(isSent)} {...common} />
        </>
      )}
      {(phase === 'preparing' || phase === 'handing over' || phase === 'refused') && (
        <FileGroup kind="prepared" rows={now} {...common} />
      )}
      {isOnPage && <AttachedFiles rows={now} {...common} />}
      {!isBeingFixed && <FileGroup kind="later" rows={rows.filter(isLater)} {...common} />}
      <FileGroup kind="checking" rows={rows.filter(isUnchecked)} {...common} />
    </>
  );
}

/** From then on nothing is to be fixed any more: the files went as they should. */
export function isOnThePage(phase: Phase): boolean {
  return phase === 'attached' || phase === 'submitted' || phase === 'confirmed';
}

function canGo({ plan }: FileRow): boolean {
  return plan?.kind === 'can go';
}

function isLater({ place }: FileRow): boolean {
  return place === 'later';
}

function isSent({ place }: FileRow): boolean {
  return place === 'sent';
}

function isUnchecked({ plan }: FileRow): boolean {
  return !plan;
}

function isHeld({ plan }: FileRow): boolean {
  return plan !== undefined && plan.kind !== 'can go';
}

function isToFix({ plan, place }: FileRow): boolean {
  return plan?.kind === 'can go' && plan.steps.length > 0 && place !== 'sent';
}

function isReady({ plan, place }: FileRow): boolean {
  return plan?.kind === 'can go' && plan.steps.length === 0 && place !== 'sent';
}
