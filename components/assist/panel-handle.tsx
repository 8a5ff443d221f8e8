import './panel-handle.css';
import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { PANEL_WIDTHS } from '../../lib/messaging/panel-dock.ts';
import { dockBeside, nextDock, nextWidth, withWidth } from '../../lib/session/docks.ts';
import type { DockingSnapshot, PanelDocking } from '../../lib/session/panel-docking.ts';
import { useDrag } from './use-drag.ts';

interface Props {
  readonly docking: PanelDocking;
  readonly snapshot: DockingSnapshot;
}

/** Moves the panel: by a drag, with the arrow keys, or by a click for each next place. */
export function PanelHandle({ docking, snapshot: { dock, isAside } }: Props) {
  const [isMoved, setIsMoved] = useState(false);
  const spot = `${dock.side}_${dock.row}` as const;
  const move = (to: typeof dock) => {
    setIsMoved(true);
    docking.choose(to);
  };
  const { handlers, cancelOnEscape } = useDrag({
    onDrag: (to) => docking.dragTo(to),
    onDrop: () => docking.drop(),
    onCancel: () => docking.cancelDrag(),
    onClick: () => move(nextDock(dock)),
  });
  const onKeyDown = (event: KeyboardEvent) => {
    cancelOnEscape(event);
    const to = dockBeside(dock, event.key);
    if (!to) return;
    event.preventDefault();
    move(to);
  };
  return (
    <>
      <button
        type="button"
        className="panel-handle"
        aria-label={t('move_panel')}
        onKeyDown={onKeyDown}
        {...handlers}
      >
        <span aria-hidden="true">{'\u283F'}</span>
      </button>
      <span role="status" className="visually-hidden">
        {isMoved && t(isAside ? 'dock_aside' : `dock_${spot}`)}
      </span>
    </>
  );
}

const WIDER_PX = 20;

/** Makes the panel wider or narrower: by a drag, with the arrow keys, or by a click. */
export function PanelGrip({ docking, snapshot: { dock } }: Props) {
  const { handlers, cancelOnEscape } = useDrag({
    onDrag: (to, from) => docking.dragWidth(to.left - from.left),
    onDrop: () => docking.drop(),
    onCancel: () => docking.cancelDrag(),
    onClick: () => docking.choose(nextWidth(dock)),
  });
  const onKeyDown = (event: KeyboardEvent) => {
    cancelOnEscape(event);
    const wider = WIDER_BY[event.key];
    if (wider === undefined) return;
    event.preventDefault();
    docking.choose(withWidth(dock, dock.width + wider));
  };
  return (
    <button
      type="button"
      role="slider"
      className="panel-grip"
      aria-label={t('panel_width')}
      aria-valuemin={PANEL_WIDTHS.least}
      aria-valuemax={PANEL_WIDTHS.most}
      aria-valuenow={dock.width}
      onKeyDown={onKeyDown}
      {...handlers}
    >
      <span aria-hidden="true">{'\u2194'}</span>
    </button>
  );
}

const WIDER_BY: Readonly<Record<string, number>> = {
  ArrowRight: WIDER_PX,
  ArrowUp: WIDER_PX,
  ArrowLeft: -WIDER_PX,
  ArrowDown: -WIDER_PX,
};
