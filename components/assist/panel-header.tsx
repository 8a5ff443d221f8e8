import { t } from '../../lib/browser/i18n.ts';
import type { BarCounts } from '../../lib/session/headline.ts';
import { barCounts } from '../../lib/session/headline.ts';
import type { DockingSnapshot, PanelDocking } from '../../lib/session/panel-docking.ts';
import type { Session } from '../../lib/session/session.ts';
import type { SessionSnapshot } from '../../lib/session/snapshot.ts';
import { STATE_CLASS, STATE_WORDS } from '../ui/page-state-words.ts';
import { barWords } from './headline-words.ts';
import { NextActionButton } from './next-action-button.tsx';
import { PanelGrip, PanelHandle } from './panel-handle.tsx';

interface Props {
  readonly docking: PanelDocking;
  readonly place: DockingSnapshot;
  readonly session: Session;
  readonly snapshot: SessionSnapshot;
  /** What became of the submission is shown below, or may be in a moment. */
  readonly isAnswered: boolean;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** While the panel is collapsed, its bar counts the files and has the one button to go on. */
export function PanelHeader(props: Props) {
  const { docking, place, session, snapshot, isAnswered, isOpen, onToggle } = props;
  const counts = isOpen ? undefined : barCounts(snapshot);
  return (
    <header className="panel-header">
      <PanelHandle docking={docking} snapshot={place} />
      {isOpen && place.isResizable && <PanelGrip docking={docking} snapshot={place} />}
      <div className="bar-line">
        {/* In Spanish the counts need all the room of the bar. */}
        <h1 className={counts ? 'visually-hidden' : ''}>{t('panel_title')}</h1>
        {counts ? (
          <Counts counts={counts} />
        ) : (
          <PageStateWords snapshot={snapshot} isAnswered={isAnswered} />
        )}
        {!isOpen && <NextActionButton session={session} snapshot={snapshot} />}
      </div>
      <button
        type="button"
        className="collapse"
        aria-expanded={isOpen}
        aria-label={t(isOpen ? 'collapse' : 'expand')}
        onClick={onToggle}
      >
        <span aria-hidden="true">{isOpen ? '\u25BE' : '\u25B4'}</span>
      </button>
    </header>
  );
}

function Counts({ counts }: { readonly counts: BarCounts }) {
  const isCalm = counts.held === 0 && counts.rejected === 0;
  return <span className={`bar-counts ${isCalm ? 'good' : 'problem'}`}>{barWords(counts)}</span>;
}

/** A page that answers a submission has no form. That the assistant is off there is no news. */
function PageStateWords({ snapshot, isAnswered }: Pick<Props, 'snapshot' | 'isAnswered'>) {
  const { phase, page } = snapshot;
  const isAnswer = isAnswered || phase === 'submitted' || phase === 'confirmed';
  if (page.state === 'off' && isAnswer) return null;
  return <span className={STATE_CLASS[page.state]}>{t(STATE_WORDS[page.state])}</span>;
}
