import type { Box, PanelDock, Size, WindowSize } from '../messaging/panel-dock.ts';
import { PANEL_WIDTHS } from '../messaging/panel-dock.ts';

/** In CSS pixels: a window that is not as wide has one column. */
const LARGE_PX = 900;
const ROWS = ['top', 'middle', 'bottom'] as const;
type Spot = Omit<PanelDock, 'width'>;

/** Around the window, as the hands of a clock go. */
const AROUND: readonly Spot[] = [
  { side: 'right', row: 'bottom' },
  { side: 'left', row: 'bottom' },
  { side: 'left', row: 'middle' },
  { side: 'left', row: 'top' },
  { side: 'right', row: 'top' },
  { side: 'right', row: 'middle' },
];

export function sizeOf({ width }: Size): WindowSize {
  return width < LARGE_PX ? 'small' : 'large';
}

/** The dock for a panel that is dropped at this point of the window. */
export function dockAt(
  { left, top }: Pick<Box, 'left' | 'top'>,
  window: Size,
  { width }: PanelDock,
): PanelDock {
  const third = Math.floor((3 * top) / window.height);
  const row = ROWS[Math.max(0, Math.min(third, 2))] ?? 'bottom';
  return { side: left < window.width / 2 ? 'left' : 'right', row, width };
}

/** The next dock in the direction of an arrow key, which may be the same. */
export function dockBeside(dock: PanelDock, key: string): PanelDock | undefined {
  const row = ROWS.indexOf(dock.row);
  switch (key) {
    case 'ArrowLeft':
      return { ...dock, side: 'left' };
    case 'ArrowRight':
      return { ...dock, side: 'right' };
    case 'ArrowUp':
      return { ...dock, row: ROWS[row - 1] ?? 'top' };
    case 'ArrowDown':
      return { ...dock, row: ROWS[row + 1] ?? 'bottom' };
    default:
      return undefined;
  }
}

/** For those who neither drag nor use a keyboard: each click goes on to the next dock. */
export function nextDock(dock: PanelDock): PanelDock {
  const at = AROUND.findIndex(({ side, row }) => side === dock.side && row === dock.row);
  return { ...dock, ...AROUND[(at + 1) % AROUND.length] };
}

export function withWidth(dock: PanelDock, width: number): PanelDock {
  const { least, most } = PANEL_WIDTHS;
  return { ...dock, width: Math.max(least, Math.min(Math.round(width), most)) };
}

/** The next of three widths, for each click. */
export function nextWidth(dock: PanelDock): PanelDock {
  const { least, usual, most } = PANEL_WIDTHS;
  const wider = [usual, most].find((width) => width > dock.width);
  return { ...dock, width: wider ?? least };
}
