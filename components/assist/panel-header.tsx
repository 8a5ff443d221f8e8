import { t } from '../../lib/browser/i18n.ts';
import type { BarCounts } from '../../lib/session/headline.ts';
import type { DockingSnapshot, PanelDocking } from '../../lib/session/panel-docking.ts';
import type { PageState } from '../../lib/upload-page/page-state.ts';
import { STATE_CLASS, STATE_WORDS } from '../ui/page-state-words.ts';
import { barWords } from './headline-words.ts';
import { PanelGrip, PanelHandle } from './panel-handle.tsx';

interface Props {
  readonly docking: PanelDocking;
  readonly place: DockingSnapshot;
  readonly pageState: PageState;
  /** Shown while the panel is collapsed. */
  readonly counts: BarCounts | undefined;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

export function PanelHeader({ docking, place, pageState, counts, isOpen, onToggle }: Props) {
  const areCounted = counts !== undefined && !isOpen;
  return (
    <header className="panel-header">
      <PanelHandle docking={docking} snapshot={place} />
      {isOpen && place.isResizable && <PanelGrip docking={docking} snapshot={place} />}
      {/* In Spanish the counts need all the room of the bar. */}
      <h1 className={areCounted ? 'visually-hidden' : ''}>{t('panel_title')}</h1>
      {areCounted ? (
        <span className={`bar-counts ${isCalm(counts) ? 'good' : 'problem'}`}>
          {barWords(counts)}
        </span>
      ) : (
        <span className={STATE_CLASS[pageState]}>{t(STATE_WORDS[pageState])}</span>
      )}
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

function isCalm({ held, rejected }: BarCounts): boolean {
  return held === 0 && rejected === 0;
}
