import './assist-panel.css';
import type { KeyboardEvent } from 'react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { PanelDocking } from '../../lib/session/panel-docking.ts';
import type { Session } from '../../lib/session/session.ts';
import { useDelayed } from '../ui/use-delayed.ts';
import { OutcomeBar } from './outcome-bar.tsx';
import { PanelBody } from './panel-body.tsx';
import { PanelHeader } from './panel-header.tsx';
import { PanelTop } from './panel-top.tsx';
import { Pointing } from './pointing.tsx';
import { useFocusInBar } from './use-focus-in-bar.ts';
import { useFocusInPanel } from './use-focus-in-panel.ts';
import { useOutcome } from './use-outcome.ts';
import { usePanelHeight } from './use-panel-height.ts';

interface Props {
  readonly session: Session;
  readonly docking: PanelDocking;
  readonly openChecklist: () => void;
  readonly openCheckFiles: () => void;
  /** The focus has to come to the panel's frame; only the page around it can bring it. */
  readonly onPersonsTurn: () => void;
}

/** A page that is still being built lacks a control for a moment. */
const SURELY_MISSING_MS = 1000;

/** The whole of the assistant as a person meets it on the page. */
export function AssistPanel(props: Props) {
  const { session, docking, openChecklist, openCheckFiles, onPersonsTurn } = props;
  const snapshot = useSyncExternalStore(session.subscribe, session.getSnapshot);
  const place = useSyncExternalStore(docking.subscribe, docking.getSnapshot);
  const [wantsOpen, setIsOpen] = useState(false);
  const isOpen = wantsOpen && !place.lacksRoom;
  const hasFiles = snapshot.phase !== 'waiting';
  const hasNews = snapshot.trouble !== undefined;
  const { state, why } = snapshot.page;
  const { outcome, isKnown, dismiss } = useOutcome(snapshot.phase);
  const isAllInBar = outcome !== undefined && snapshot.part === undefined;
  const isInNeed = useDelayed(state === 'partly on' || why === 'page changed', SURELY_MISSING_MS);
  const panel = useRef<HTMLElement>(null);
  const start = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);

  // Files that were just chosen must be seen, whatever the person did with the panel before; so must
  // what they have to do by hand or to know.
  useEffect(() => {
    if (hasFiles || isInNeed || hasNews) setIsOpen(true);
  }, [hasFiles, isInNeed, hasNews]);

  // All that is left to say is in the bar, unless a next part is to go.
  useEffect(() => {
    if (isAllInBar) setIsOpen(false);
  }, [isAllInBar]);

  useEffect(() => {
    body.current?.scrollTo({ top: 0 });
    const needsPerson = snapshot.phase === 'review' || snapshot.phase === 'refused';
    if (!needsPerson) return;
    onPersonsTurn();
    start.current?.focus();
  }, [snapshot.phase, onPersonsTurn]);

  useEffect(() => {
    if (snapshot.pointing) start.current?.focus(); // the button that began it is no longer there
  }, [snapshot.pointing]);

  // They left the panel to point at something on the page.
  useEffect(() => {
    if (!snapshot.pointed) return;
    onPersonsTurn();
    start.current?.focus();
  }, [snapshot.pointed, onPersonsTurn]);

  useFocusInPanel(panel, start);
  usePanelHeight(panel, wantsOpen, docking.resize);
  useFocusInBar(panel, place.lacksRoom);

  const toggle = () => {
    if (!isOpen) docking.openAnyway();
    setIsOpen(!isOpen);
  };

  const collapseOnEscape = ({ key, target }: KeyboardEvent) => {
    // A list of choices closes itself with the same key.
    if (key !== 'Escape' || snapshot.pointing || target instanceof HTMLSelectElement) return;
    setIsOpen(false);
    panel.current?.querySelector<HTMLElement>('.collapse')?.focus();
  };

  // The page may go with its answer, so the panel leads the person back to it first.
  const dismissOutcome = () => {
    dismiss();
    if (snapshot.phase === 'waiting' && state === 'off') session.leaveOutcome();
  };

  return (
    <main ref={panel} className="panel" onKeyDown={collapseOnEscape}>
      <div className="panel-bar">
        <PanelHeader
          docking={docking}
          place={place}
          session={session}
          snapshot={snapshot}
          isAnswered={outcome !== undefined || !isKnown}
          isOpen={isOpen}
          onToggle={toggle}
        />
        <OutcomeBar
          outcome={outcome}
          session={session}
          page={snapshot.page}
          openChecklist={openChecklist}
          onDismiss={dismissOutcome}
        />
      </div>
      {isOpen && snapshot.pointing && (
        <div ref={start} className="panel-body" tabIndex={-1}>
          <Pointing session={session} />
        </div>
      )}
      {isOpen && !snapshot.pointing && (
        <>
          <PanelTop ref={start} session={session} snapshot={snapshot} outcome={outcome} />
          <PanelBody
            ref={body}
            session={session}
            snapshot={snapshot}
            outcome={outcome}
            openCheckFiles={openCheckFiles}
          />
        </>
      )}
    </main>
  );
}
