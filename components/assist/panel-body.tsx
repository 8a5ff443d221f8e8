import type { RefObject } from 'react';
import type { AssistSession } from '../../lib/assist/session.ts';
import type { AssistSnapshot, FileRow, Phase } from '../../lib/assist/snapshot.ts';
import { t } from '../../lib/browser/i18n.ts';
import type { MessageKey } from '../../lib/words/words.ts';
import { AttachedFiles, FileGroup } from './file-group.tsx';
import { Outcome } from './outcome.tsx';
import { Summary } from './summary.tsx';

interface Props {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly session: AssistSession;
  readonly snapshot: AssistSnapshot;
  readonly isFramed: boolean;
  readonly openChecklist: () => void;
}

const TROUBLE_WORDS: Readonly<Record<NonNullable<AssistSnapshot['trouble']>, MessageKey>> = {
  'zip not made': 'trouble_zip',
  'file gone': 'trouble_file_gone',
  'not recorded': 'trouble_not_recorded',
  'page keeps files': 'trouble_page_keeps',
};

/** What is happening, then the files: those with a problem first. Takes the focus when it is the person's turn. */
export function PanelBody({ ref, session, snapshot, isFramed, openChecklist }: Props) {
  const { rows, phase, missing, trouble } = snapshot;
  const isWaiting = phase === 'waiting';
  const isOnPage = ON_THE_PAGE.includes(phase);
  return (
    <div ref={ref} className="panel-body" tabIndex={-1}>
      {missing.length > 0 && isFramed && (
        <p>{t('missing_controls', { list: missing.map((name) => t(`control_${name}`)) })}</p>
      )}
      {isWaiting && <p>{t(isFramed ? 'waiting' : 'waiting_tab')}</p>}
      {!isWaiting && !isOnPage && <Summary snapshot={snapshot} />}
      {trouble && <p role="alert">{t(TROUBLE_WORDS[trouble])}</p>}
      <Outcome session={session} snapshot={snapshot} openChecklist={openChecklist} />
      <FileGroup
        kind={isOnPage ? 'held' : 'problem'}
        rows={rows.filter(isHeld)}
        session={session}
        phase={phase}
      />
      {(phase === 'checking' || phase === 'review') && (
        <>
          <FileGroup kind="fix" rows={rows.filter(isToFix)} session={session} phase={phase} />
          <FileGroup kind="ready" rows={rows.filter(isReady)} session={session} phase={phase} />
        </>
      )}
      {(phase === 'preparing' || phase === 'handing over' || phase === 'refused') && (
        <FileGroup kind="prepared" rows={rows.filter(canGo)} session={session} phase={phase} />
      )}
      {isOnPage && <AttachedFiles rows={rows.filter(canGo)} session={session} phase={phase} />}
      <FileGroup kind="checking" rows={rows.filter(isUnchecked)} session={session} phase={phase} />
      {!isWaiting && <p className="soft">{t('disk_unchanged')}</p>}
    </div>
  );
}

/** From then on nothing is to be fixed any more: the files went as they should. */
const ON_THE_PAGE: readonly Phase[] = ['attached', 'submitted', 'confirmed'];

function canGo({ plan }: FileRow): boolean {
  return plan?.kind === 'can go';
}

function isUnchecked({ plan }: FileRow): boolean {
  return !plan;
}

function isHeld({ plan }: FileRow): boolean {
  return plan !== undefined && plan.kind !== 'can go';
}

function isToFix({ plan }: FileRow): boolean {
  return plan?.kind === 'can go' && plan.steps.length > 0;
}

function isReady({ plan }: FileRow): boolean {
  return plan?.kind === 'can go' && plan.steps.length === 0;
}
