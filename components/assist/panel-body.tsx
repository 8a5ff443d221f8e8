import type { RefObject } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { Outcome as LedgerOutcome } from '../../lib/ledger/outcome.ts';
import { isOnThePage } from '../../lib/session/row-groups.ts';
import type { Session } from '../../lib/session/session.ts';
import type { SessionSnapshot } from '../../lib/session/snapshot.ts';
import type { MessageKey } from '../../lib/words/words.ts';
import { tCount } from '../ui/count-words.ts';
import { BatchStrip } from './batch-strip.tsx';
import { ByYearReports } from './by-year.tsx';
import { FileGroups } from './file-groups.tsx';
import { MissingControls } from './missing-controls.tsx';
import { Outcome } from './outcome.tsx';
import { OutcomeFiles } from './outcome-files.tsx';
import { PageOff } from './page-off.tsx';
import { ProblemReportBox } from './problem-report.tsx';
import { SendAnyway } from './send-anyway.tsx';

interface Props {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly session: Session;
  readonly snapshot: SessionSnapshot;
  readonly outcome: LedgerOutcome | undefined;
  readonly openCheckFiles: () => void;
}

const TROUBLE_WORDS: Readonly<
  Record<Exclude<NonNullable<SessionSnapshot['trouble']>, 'not ready yet'>, MessageKey>
> = {
  'zip not made': 'trouble_zip',
  'not cut': 'trouble_by_year',
  'file gone': 'trouble_file_gone',
  'file changed': 'trouble_file_changed',
  'not recorded': 'trouble_not_recorded',
  'private window': 'trouble_private_window',
  'page keeps files': 'trouble_page_keeps',
  'page let go': 'trouble_page_let_go',
  updated: 'trouble_updated',
  'sent anyway': 'sent_anyway',
};

/** First what is happening, then the files, and among those the ones with a problem first. */
export function PanelBody(props: Props) {
  const { ref, session, snapshot, outcome, openCheckFiles } = props;
  const { phase, page } = snapshot;
  const isWaiting = phase === 'waiting';
  // A page that answers a submission has no form.
  const isAnswering = phase === 'submitted' || phase === 'confirmed' || outcome !== undefined;
  return (
    <div ref={ref} className="panel-body">
      {page.why && !isAnswering && <PageOff why={page.why} openCheckFiles={openCheckFiles} />}
      <MissingControls session={session} snapshot={snapshot} />
      {isWaiting && page.state !== 'off' && <p>{t('waiting')}</p>}
      {snapshot.isAtSubmit && phase === 'review' && (
        <SendAnyway session={session} snapshot={snapshot} />
      )}
      <p role="alert">{troubleWords(snapshot)}</p>
      {!isOnThePage(phase) && <ByYearReports cuts={snapshot.cuts} />}
      <Outcome session={session} snapshot={snapshot} />
      {isWaiting && outcome && <OutcomeFiles outcome={outcome} />}
      <FileGroups session={session} snapshot={snapshot} />
      <BatchStrip rows={snapshot.rows} />
      {!isWaiting && <p className="soft">{t('originals_stay')}</p>}
      <ProblemReportBox snapshot={snapshot} />
    </div>
  );
}

function troubleWords({ trouble, pageHas }: SessionSnapshot): string | undefined {
  if (!trouble) return undefined;
  if (trouble !== 'not ready yet') return t(TROUBLE_WORDS[trouble]);
  const loading = pageHas?.loading.length ?? 0;
  return loading > 0 ? tCount('trouble_loading', loading) : t('trouble_not_ready');
}
