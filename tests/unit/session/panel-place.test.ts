import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box, PanelDock } from '../../../lib/messaging/panel-dock.ts';
import { PANEL_WIDTHS, USUAL_DOCK } from '../../../lib/messaging/panel-dock.ts';
import type { Around, Wish } from '../../../lib/session/panel-place.ts';
import { isFree, nextPlace, placeOf } from '../../../lib/session/panel-place.ts';

const WINDOW = { width: 1280, height: 800 };
const BAR = 48;
/** What placeOf keeps between the panel and the edges or a control. */
const MARGIN = 8;
const LEAST_OPEN = 200;

const open = (height: number, dock: Partial<PanelDock> = {}): Wish => ({
  dock: { ...USUAL_DOCK, ...dock },
  isOpen: true,
  height,
  bar: BAR,
});
const closed: Wish = { ...open(BAR), isOpen: false };
const around = (...controls: readonly Box[]): Around => ({ window: WINDOW, controls });
const box = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  width,
  height,
});
/** The form of the upload page, on the right. */
const FORM = box(585, 270, 570, 380);

const docks: fc.Arbitrary<PanelDock> = fc.record({
  side: fc.constantFrom('left', 'right'),
  row: fc.constantFrom('top', 'middle', 'bottom'),
  width: fc.integer({ min: 200, max: 700 }),
});
const wishes: fc.Arbitrary<Wish> = fc
  .record({
    dock: docks,
    isOpen: fc.boolean(),
    height: fc.integer({ min: 49, max: 3000 }),
    bar: fc.integer({ min: 40, max: 49 }),
  })
  .map((wish) => (wish.isOpen ? wish : { ...wish, height: wish.bar }));
const boxes: fc.Arbitrary<Box> = fc.record({
  left: fc.double({ min: -200, max: 1400, noNaN: true }),
  top: fc.double({ min: -500, max: 1500, noNaN: true }),
  width: fc.double({ min: 1, max: 900, noNaN: true }),
  height: fc.double({ min: 1, max: 600, noNaN: true }),
});
const surroundings: fc.Arbitrary<Around> = fc.record({
  window: fc.record({
    width: fc.integer({ min: 320, max: 1400 }),
    height: fc.integer({ min: 240, max: 1000 }),
  }),
  controls: fc.array(boxes, { maxLength: 5 }),
});

/** Whether a panel of this size has room anywhere in the window, found by trying. */
function hasRoom({ window, controls }: Around, width: number, height: number, lefts: number[]) {
  const wide = controls.map(({ left, top, ...size }) =>
    box(left - MARGIN - 1, top - MARGIN - 1, size.width + 18, size.height + 18),
  );
  const [edgeX, edgeY] = [Math.min(MARGIN, (window.width - 320) / 2), MARGIN];
  const right = window.width - width - edgeX;
  for (let top = edgeY; top + height <= window.height - edgeY; top += 4) {
    for (const left of lefts.filter((at) => at >= edgeX && at <= right)) {
      if (isFree(box(left, top, width, height), wide)) return true;
    }
  }
  return false;
}

describe('the place of the panel', () => {
  it('is where the person wants it, as high as it likes', () => {
    expect(placeOf(around(), open(500))).toEqual({
      left: 892,
      top: 292,
      width: 380,
      height: 500,
      side: 'right',
      lacksRoom: false,
    });
    expect(placeOf(around(), open(500, { side: 'left', row: 'top' }))).toMatchObject({
      left: 8,
      top: 8,
    });
    expect(placeOf(around(), open(500, { row: 'middle', width: 560 }))).toMatchObject({
      left: 712,
      top: 150,
      width: 560,
    });
  });

  it('is no higher than the window', () => {
    expect(placeOf(around(), open(5000))).toMatchObject({ top: 8, height: 784 });
  });

  it('is on the other side of a form', () => {
    expect(placeOf(around(FORM), open(500))).toMatchObject({ left: 8, side: 'left', height: 500 });
  });

  it('is on the wanted side a little higher, and rather on the other side than far above', () => {
    const low = box(900, 740, 300, 60);
    expect(placeOf(around(low), open(200))).toMatchObject({ side: 'right', top: 532 });
    const high = box(900, 600, 300, 200);
    expect(placeOf(around(high), open(200))).toMatchObject({ side: 'left', top: 592 });
  });

  it('is narrower beside a form in the middle', () => {
    const form = box(350, 0, 580, 800);
    expect(placeOf(around(form), open(500))).toMatchObject({ width: 320, left: 952 });
  });

  it('is not as high above or below a form as wide as the window', () => {
    const form = box(0, 0, 1280, 500);
    expect(placeOf(around(form), open(500))).toMatchObject({ top: 508, height: 284 });
  });

  it('is only a bar where nothing else is free', () => {
    const form = box(0, 0, 1280, 700);
    const place = placeOf(around(form), open(500));
    expect(place).toMatchObject({ top: 744, height: BAR, lacksRoom: true });
  });

  it('is a bar between controls where both sides are taken', () => {
    const form = [box(0, 0, 300, 800), box(800, 0, 480, 800)];
    expect(placeOf(around(...form), open(500))).toMatchObject({ left: 308, lacksRoom: true });
  });

  it('is where the person wants it if everything is taken', () => {
    const place = placeOf(around(box(0, 0, 1280, 800)), open(500));
    expect(place).toMatchObject({ left: 892, top: 744, height: BAR, lacksRoom: true });
  });

  it('lacks no room where the panel is closed', () => {
    expect(placeOf(around(FORM), closed)).toMatchObject({ height: BAR, lacksRoom: false });
  });

  it('is always in the window', () => {
    fc.assert(
      fc.property(surroundings, wishes, (where, wish) => {
        const { left, top, width, height } = placeOf(where, wish);
        expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
        expect(left + width).toBeLessThanOrEqual(where.window.width);
        expect(top + height).toBeLessThanOrEqual(where.window.height);
        expect(width).toBeGreaterThanOrEqual(PANEL_WIDTHS.least);
        expect(width).toBeLessThanOrEqual(PANEL_WIDTHS.most);
      }),
    );
  });

  it('covers no control while a bar of the least width has room anywhere', () => {
    fc.assert(
      fc.property(surroundings, wishes, (where, wish) => {
        const lefts = Array.from({ length: 270 }, (_, at) => at * 4);
        if (!hasRoom(where, PANEL_WIDTHS.least, wish.bar, lefts)) return;
        expect(isFree(placeOf(where, wish), where.controls)).toBe(true);
      }),
    );
  });

  it('is open while a narrow open panel has room on a side', () => {
    fc.assert(
      fc.property(surroundings, wishes, (where, wish) => {
        const edge = Math.min(MARGIN, (where.window.width - 320) / 2);
        const lefts = [edge, where.window.width - edge - 320].map(Math.floor);
        const height = Math.min(wish.height, LEAST_OPEN);
        if (!hasRoom(where, PANEL_WIDTHS.least, height, lefts)) return;
        expect(placeOf(where, wish).lacksRoom).toBe(false);
      }),
    );
  });
});

describe('the next place', () => {
  const after = (where: Around, wish: Wish, before: Around = where, wishBefore: Wish = wish) => {
    const place = placeOf(before, wishBefore);
    const last = { window: before.window, wish: wishBefore, place };
    return { place, next: nextPlace(where, wish, last, false) };
  };

  it('is the same while nothing changes', () => {
    fc.assert(
      fc.property(surroundings, wishes, (where, wish) => {
        const { place, next } = after(where, wish);
        expect(next).toEqual(place);
      }),
    );
  });

  it('is the same while the page moves a little', () => {
    const moves = fc.double({ min: -MARGIN, max: MARGIN, noNaN: true });
    fc.assert(
      fc.property(surroundings, wishes, moves, (where, wish, by) => {
        const controls = where.controls.map((one) => ({ ...one, top: one.top + by }));
        const { place, next } = after({ ...where, controls }, wish, where);
        if (isFree(place, controls)) expect(next).toEqual(place);
      }),
    );
  });

  it('covers no control where the first place would not', () => {
    fc.assert(
      fc.property(surroundings, surroundings, wishes, (where, { controls }, wish) => {
        const { next } = after(where, wish, { ...where, controls });
        if (!isFree(placeOf(where, wish), where.controls)) return;
        expect(isFree(next, where.controls)).toBe(true);
      }),
    );
  });

  it('stays on the side to which the panel went, also when its height changes', () => {
    const elsewhere = around(box(600, 0, 200, 40));
    const { place, next } = after(elsewhere, open(520), around(FORM), open(500));
    expect(place.side).toBe('left');
    expect(next).toMatchObject({ side: 'left', height: 520 });
  });

  it('is on the wanted side again once the page has no controls', () => {
    const { place, next } = after(around(), open(500), around(FORM));
    expect(place.side).toBe('left');
    expect(next.side).toBe('right');
  });

  it('is where the person puts it now', () => {
    const { next } = after(around(), open(500, { row: 'top' }), around(FORM), open(500));
    expect(next).toMatchObject({ side: 'right', top: 8 });
  });

  it('is open again with room to spare, and not before', () => {
    const form = (height: number) => around(box(0, 0, 1280, height));
    const barely = after(form(584), open(500), form(700));
    expect(barely.next).toEqual(barely.place);
    const amply = after(form(540), open(500), form(700));
    expect(amply.next).toMatchObject({ lacksRoom: false });
  });

  it('is higher once what was below is gone, and not because the other side is free', () => {
    const sides = [box(0, 0, 100, 100), box(600, 0, 680, 300)];
    const { place, next } = after(around(...sides), open(700));
    expect(place).toMatchObject({ side: 'right', height: 484 });
    expect(next).toEqual(place);
    const freed = after(around(box(600, 0, 680, 100)), open(700), around(...sides));
    expect(freed.next).toMatchObject({ side: 'right', height: 660 });
  });

  it('is no better one while the person is in the panel', () => {
    const before = around(box(0, 0, 1280, 700));
    const last = { window: WINDOW, wish: open(500), place: placeOf(before, open(500)) };
    expect(nextPlace(around(), open(500), last, true)).toEqual(last.place);
    expect(nextPlace(around(), open(500), last, false)).toMatchObject({ height: 500 });
  });
});
