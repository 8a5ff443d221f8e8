import './assist-panel.css';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { AssistSession } from '../../lib/assist/session.ts';
import { PanelActions } from './panel-actions.tsx';
import { PanelBody } from './panel-body.tsx';
import { PanelHeader } from './panel-header.tsx';
import { usePanelHeight } from './use-panel-height.ts';

interface Props {
  readonly session: AssistSession;
  /** In CSS pixels: how high the panel would like to be. */
  readonly onResize: (height: number) => void;
  readonly openChecklist: () => void;
  /** The focus has to come to the panel's frame; only the page around it can bring it. */
  readonly onPersonsTurn: () => void;
}

/** The whole of the assistant as a person meets it on the page. */
export function AssistPanel({ session, onResize, openChecklist, onPersonsTurn }: Props) {
  const snapshot = useSyncExternalStore(session.subscribe, session.getSnapshot);
  const [isOpen, setIsOpen] = useState(false);
  const hasFiles = snapshot.phase !== 'waiting';
  const panel = useRef<HTMLElement>(null);
  const body = useRef<HTMLDivElement>(null);

  // Files that were just chosen must be seen, whatever the person did with the panel before.
  useEffect(() => {
    if (hasFiles) setIsOpen(true);
  }, [hasFiles]);

  useEffect(() => {
    const needsPerson = snapshot.phase === 'review' || snapshot.phase === 'refused';
    if (!needsPerson) return;
    onPersonsTurn();
    body.current?.focus();
  }, [snapshot.phase, onPersonsTurn]);

  usePanelHeight(panel, onResize);

  return (
    <main ref={panel} className="panel">
      <PanelHeader
        pageState={snapshot.page.state}
        isOpen={isOpen}
        onToggle={() => setIsOpen(!isOpen)}
      />
      {isOpen && (
        <>
          <PanelBody
            ref={body}
            session={session}
            snapshot={snapshot}
            openChecklist={openChecklist}
          />
          {hasFiles && <PanelActions session={session} snapshot={snapshot} />}
        </>
      )}
    </main>
  );
}
