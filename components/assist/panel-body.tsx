import type { RefObject } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { Session } from '../../lib/session/session.ts';
import type { SessionSnapshot } from '../../lib/session/snapshot.ts';
import type { MessageKey } from '../../lib/words/words.ts';
import { ByYearReports } from './by-year.tsx';
import { FileGroups, isOnThePage } from './file-groups.tsx';
import { MissingControls } from './missing-controls.tsx';
import { Outcome } from './outcome.tsx';
import { PageOff } from './page-off.tsx';
import { Pointing } from './pointing.tsx';
import { ProblemReportBox } from './problem-report.tsx';
import { SendAnyway } from './send-anyway.tsx';
import { Summary } from './summary.tsx';

interface Props {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly session: Session;
  readonly snapshot: SessionSnapshot;
  readonly openChecklist: () => void;
  readonly openCheckFiles: () => void;
}

const TROUBLE_WORDS: Readonly<Record<NonNullable<SessionSnapshot['trouble']>, MessageKey>> = {
  'zip not made': 'trouble_zip',
  'not cut': 'trouble_by_year',
  'file gone': 'trouble_file_gone',
  'file changed': 'trouble_file_changed',
  'not recorded': 'trouble_not_recorded',
  'private window': 'trouble_private_window',
  'page keeps files': 'trouble_page_keeps',
  'page let go': 'trouble_page_let_go',
  updated: 'trouble_updated',
  'not ready yet': 'trouble_not_ready',
  'sent anyway': 'sent_anyway',
};

/**
 * First what is happening, then the files, and among those the ones with a problem first. It takes
 * the focus when it is the person's turn.
 */
export function PanelBody(props: Props) {
  const { ref, session, snapshot, openChecklist, openCheckFiles } = props;
  const { phase, page, trouble } = snapshot;
  const isWaiting = phase === 'waiting';
  // A page that answers a submission has no form.
  const isAnswering = phase === 'submitted' || phase === 'confirmed';
  if (snapshot.pointing) {
    return (
      <div ref={ref} className="panel-body" tabIndex={-1}>
        <Pointing session={session} />
      </div>
    );
  }
  return (
    <div ref={ref} className="panel-body" tabIndex={-1}>
      {page.why && !isAnswering && <PageOff why={page.why} openCheckFiles={openCheckFiles} />}
      <MissingControls session={session} snapshot={snapshot} />
      {isWaiting && page.state !== 'off' && <p>{t('waiting')}</p>}
      {snapshot.isAtSubmit && phase === 'review' && (
        <SendAnyway session={session} snapshot={snapshot} />
      )}
      {!isWaiting && !isOnThePage(phase) && <Summary snapshot={snapshot} />}
      {trouble && <p role="alert">{t(TROUBLE_WORDS[trouble])}</p>}
      {!isOnThePage(phase) && <ByYearReports cuts={snapshot.cuts} />}
      <Outcome session={session} snapshot={snapshot} openChecklist={openChecklist} />
      <FileGroups session={session} snapshot={snapshot} />
      {!isWaiting && <p className="soft">{t('disk_unchanged')}</p>}
      <ProblemReportBox snapshot={snapshot} />
    </div>
  );
}
