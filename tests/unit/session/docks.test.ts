import { describe, expect, it } from 'vitest';
import { USUAL_DOCK } from '../../../lib/messaging/panel-dock.ts';
import {
  dockAt,
  dockBeside,
  nextDock,
  nextWidth,
  sizeOf,
  withWidth,
} from '../../../lib/session/docks.ts';

const WINDOW = { width: 1200, height: 900 };

describe('a dock', () => {
  it.each([
    [100, 100, 'left', 'top'],
    [700, 400, 'right', 'middle'],
    [599, 899, 'left', 'bottom'],
    [-50, -50, 'left', 'top'],
    [2000, 2000, 'right', 'bottom'],
  ])('at %d, %d is %s %s', (left, top, side, row) => {
    expect(dockAt({ left, top }, WINDOW, USUAL_DOCK)).toEqual({ side, row, width: 380 });
  });

  it.each([
    ['ArrowLeft', 'left', 'bottom'],
    ['ArrowRight', 'right', 'bottom'],
    ['ArrowUp', 'right', 'middle'],
    ['ArrowDown', 'right', 'bottom'],
  ])('after %s is %s %s', (key, side, row) => {
    expect(dockBeside(USUAL_DOCK, key)).toEqual({ side, row, width: 380 });
  });

  it('stays at the top when it goes up from there', () => {
    const top = { ...USUAL_DOCK, row: 'top' } as const;
    expect(dockBeside(top, 'ArrowUp')).toEqual(top);
  });

  it('does not come of other keys', () => {
    expect(dockBeside(USUAL_DOCK, 'Tab')).toBeUndefined();
  });

  it('goes on around the window, through all six, with each click', () => {
    let dock = USUAL_DOCK;
    const seen = Array.from({ length: 6 }, () => {
      dock = nextDock(dock);
      return `${dock.side} ${dock.row}`;
    });
    expect(new Set(seen).size).toBe(6);
    expect(dock).toEqual(USUAL_DOCK);
  });

  it('is from 320 to 560 px wide', () => {
    const widths = [100, 400.4, 900].map((width) => withWidth(USUAL_DOCK, width).width);
    expect(widths).toEqual([320, 400, 560]);
  });

  it('has three widths for clicks', () => {
    const widths = [320, 380, 500, 560].map((width) => nextWidth({ ...USUAL_DOCK, width }).width);
    expect(widths).toEqual([380, 560, 560, 320]);
  });
});

describe('a window', () => {
  it('is small with one column', () => {
    expect([320, 899, 900, 1280].map((width) => sizeOf({ width, height: 700 }))).toEqual([
      'small',
      'small',
      'large',
      'large',
    ]);
  });
});
