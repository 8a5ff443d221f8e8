import type { Box, PanelDock, Size } from '../messaging/panel-dock.ts';
import { PANEL_WIDTHS } from '../messaging/panel-dock.ts';

/** What the panel would like. Heights are in CSS pixels. */
export interface Wish {
  readonly dock: PanelDock;
  readonly isOpen: boolean;
  /** Of all that the panel shows. */
  readonly height: number;
  /** Of its header alone. */
  readonly bar: number;
}

/** The window, and what the panel must not cover in it. */
export interface Around {
  readonly window: Size;
  readonly controls: readonly Box[];
}

export interface Place extends Box {
  readonly side: PanelDock['side'];
  /** The panel is to be open, and there is only room for its bar. */
  readonly lacksRoom: boolean;
}

/** A place that the panel has, and for what it was found. */
export interface Standing {
  readonly window: Size;
  readonly wish: Wish;
  readonly place: Place;
}

// All in CSS pixels.
/** Between the panel and the edges of the window. */
const EDGE = 8;
/** Between the panel and a control. */
const GAP = 8;
/** The panel only moves to a better place if it then has so much room to spare. */
const SLACK = 24;
const NARROWER = 20;
/** The panel goes up or down so far on the wanted side rather than to another one. */
const SIDEWAYS = 100;
/** The least heights of an open panel, the better one first. Its list scrolls inside it. */
const COMFORTABLE = 400;
const LEAST = 200;

/**
 * Finds a place for the panel where it covers no control:
 *
 *   open, near the place where the person wants it → on the other side → narrower → not as high
 *   → its bar alone, as near as possible
 *
 * If even the bar covers a control everywhere, it is where the person wants it.
 */
export function placeOf({ window, controls }: Around, wish: Wish): Place {
  const area = areaIn(window);
  const taken = controls.map((control) => grown(control, GAP));
  const { dock, isOpen, height, bar } = wish;
  const shapes = [
    { height, least: COMFORTABLE, lefts: [], lacksRoom: false },
    { height, least: LEAST, lefts: [], lacksRoom: false },
    { height: bar, least: bar, lefts: taken.map(rightOf), lacksRoom: isOpen },
  ];
  for (const shape of isOpen ? shapes : shapes.slice(2)) {
    const place = fit(area, taken, dock, shape);
    if (place) return place;
  }
  const [width = area.width] = widths(area, dock);
  const column = { left: leftAt(dock.side, area, width), width };
  return standing(area, column, within(area, area, bar, dock), isOpen);
}

/**
 * Finds the next place of a panel that has one. A good place stays, so that the panel does not jump
 * while the page scrolls.
 *
 * @param isInUse the person is in the panel, which then only moves if it must
 */
export function nextPlace(
  around: Around,
  wish: Wish,
  last: Standing | undefined,
  isInUse: boolean,
): Place {
  if (!last || !isSameWish(last, around.window, wish)) return placeOf(around, wish);
  // A page without controls, such as the one before the upload page, gets its other side back.
  if (around.controls.length === 0 && !isInUse) return placeOf(around, wish);
  const { place } = last;
  const nearby = { ...wish, dock: { ...wish.dock, side: place.side } };
  const isSameHeight = last.wish.height === wish.height && last.wish.bar === wish.bar;
  if (!isSameHeight || !isFree(place, around.controls)) return placeOf(around, nearby);
  if (isInUse) return place;
  const controls = around.controls.map((control) => grown(control, SLACK));
  const roomier = placeOf({ ...around, controls }, nearby);
  return isBetter(roomier, place) ? roomier : place;
}

/** A bar can open again, or what is around the open panel made way. */
function isBetter(roomier: Place, place: Place): boolean {
  if (place.lacksRoom) return !roomier.lacksRoom;
  const isSameColumn = roomier.left === place.left && roomier.width === place.width;
  const isAround = roomier.top <= place.top && bottomOf(roomier) >= bottomOf(place);
  return isSameColumn && isAround && roomier.height > place.height + SLACK;
}

export function isFree(place: Box, controls: readonly Box[]): boolean {
  return !controls.some((control) => isInColumn(control, place) && isInRow(control, place));
}

/** But for the heights, which change with every line that the panel shows. */
function isSameWish({ window, wish }: Standing, windowNow: Size, now: Wish): boolean {
  const essence = ({ width, height }: Size, { dock, isOpen }: Wish) =>
    [width, height, dock.side, dock.row, dock.width, isOpen].join();
  return essence(window, wish) === essence(windowNow, now);
}

interface Shape {
  readonly height: number;
  readonly least: number;
  /** Where it may begin besides the two sides. */
  readonly lefts: readonly number[];
  readonly lacksRoom: boolean;
}

type Column = Pick<Box, 'left' | 'width'>;
type Row = Pick<Box, 'top' | 'height'>;

function fit(area: Box, taken: readonly Box[], dock: PanelDock, shape: Shape): Place | undefined {
  const height = Math.min(shape.height, area.height);
  const least = Math.min(shape.least, height);
  for (const width of widths(area, dock)) {
    const [nearest] = columns(area, width, dock, shape.lefts)
      .flatMap((column, at) =>
        gaps(area, taken, column)
          .filter((gap) => gap.height >= least)
          .map((gap) => within(gap, area, Math.min(height, gap.height), dock))
          .map((row) => ({ column, row, away: row.away + (at === 0 ? 0 : SIDEWAYS) })),
      )
      .toSorted((a, b) => a.away - b.away);
    if (nearest) return standing(area, nearest.column, nearest.row, shape.lacksRoom);
  }
  return undefined;
}

/** The wanted width first, the least one last. */
function widths(area: Box, { width }: PanelDock): number[] {
  const least = Math.min(PANEL_WIDTHS.least, area.width);
  const most = clamp(width, least, Math.min(PANEL_WIDTHS.most, area.width));
  const steps = Math.ceil((most - least) / NARROWER);
  return Array.from({ length: steps + 1 }, (_, step) => Math.max(most - step * NARROWER, least));
}

/** The wanted side first. */
function columns(
  area: Box,
  width: number,
  { side }: PanelDock,
  lefts: readonly number[],
): Column[] {
  const sides = [side, otherSide(side)].map((one) => leftAt(one, area, width));
  const between = lefts.filter((left) => left > area.left && left + width <= rightOf(area));
  return [...sides, ...between].map((left) => ({ left, width }));
}

/** What is free in a column, from top to bottom. */
function gaps(area: Box, taken: readonly Box[], column: Column): Row[] {
  const inColumn = taken.filter((box) => isInColumn(box, column)).toSorted((a, b) => a.top - b.top);
  const found: Row[] = [];
  let { top } = area;
  for (const box of [...inColumn, { top: bottomOf(area), height: 0 }]) {
    found.push({ top, height: Math.min(box.top, bottomOf(area)) - top });
    top = Math.max(top, bottomOf(box));
  }
  return found;
}

/** The place in a gap that is nearest to the wanted row of the whole area. */
function within(gap: Row, area: Box, height: number, { row }: PanelDock): Row & { away: number } {
  const room = area.height - height;
  const wanted = area.top + { top: 0, middle: Math.floor(room / 2), bottom: room }[row];
  const top = clamp(wanted, gap.top, gap.top + gap.height - height);
  return { top, height, away: Math.abs(top - wanted) };
}

function standing(
  area: Box,
  { left, width }: Column,
  { top, height }: Row,
  lacksRoom: boolean,
): Place {
  const isLeft = left + width / 2 < area.left + area.width / 2;
  return { left, top, width, height, side: isLeft ? 'left' : 'right', lacksRoom };
}

/** A small window has no room for edges. */
function areaIn({ width, height }: Size): Box {
  const left = clamp(Math.floor((width - PANEL_WIDTHS.least) / 2), 0, EDGE);
  const top = clamp(Math.floor((height - LEAST) / 2), 0, EDGE);
  return { left, top, width: width - 2 * left, height: height - 2 * top };
}

function otherSide(side: PanelDock['side']): PanelDock['side'] {
  return side === 'left' ? 'right' : 'left';
}

function leftAt(side: PanelDock['side'], area: Box, width: number): number {
  return side === 'left' ? area.left : rightOf(area) - width;
}

function grown({ left, top, width, height }: Box, by: number): Box {
  const [right, bottom] = [Math.ceil(left + width), Math.ceil(top + height)];
  const [x, y] = [Math.floor(left) - by, Math.floor(top) - by];
  return { left: x, top: y, width: right + by - x, height: bottom + by - y };
}

function isInColumn(box: Column, column: Column): boolean {
  return box.left < rightOf(column) && column.left < rightOf(box);
}

function isInRow(box: Row, row: Row): boolean {
  return box.top < bottomOf(row) && row.top < bottomOf(box);
}

function rightOf({ left, width }: Column): number {
  return left + width;
}

function bottomOf({ top, height }: Row): number {
  return top + height;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
