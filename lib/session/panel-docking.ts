import type { Ask } from '../messaging/messages.ts';
import type { FromPanel } from '../messaging/page-port.ts';
import type { Box, PanelDock, PanelDocks, Size, Surroundings } from '../messaging/panel-dock.ts';
import { USUAL_DOCK } from '../messaging/panel-dock.ts';
import { dockAt, sizeOf, withWidth } from './docks.ts';
import type { Around, Place, Standing } from './panel-place.ts';
import { nextPlace, placeOf } from './panel-place.ts';

/** What the panel shows. Heights are in CSS pixels. */
export interface PanelSize {
  /** Of all that it shows. */
  readonly height: number;
  /** Of its header. */
  readonly bar: number;
  /** It is to be open, and is if there is room. */
  readonly isOpen: boolean;
}

export interface DockingSnapshot {
  /** Where the person wants the panel. */
  readonly dock: PanelDock;
  /** The page needs that side, so the panel is on the other one. */
  readonly isAside: boolean;
  /** The panel is to be open, and the page leaves room only for its bar. */
  readonly lacksRoom: boolean;
  /** The window is wide enough for a wider panel. */
  readonly isResizable: boolean;
}

export interface DockingDeps {
  readonly toPage: (message: FromPanel) => void;
  readonly ask: Ask<'panel'>;
  /** The person is in the panel. */
  readonly hasFocus: () => boolean;
}

const START: PanelSize = { height: 48, bar: 48, isOpen: false };
const START_SNAPSHOT: DockingSnapshot = {
  dock: USUAL_DOCK,
  isAside: false,
  lacksRoom: false,
  isResizable: false,
};

/**
 * Says where the panel stands in the page: where the person wants it, unless it would cover one of
 * the page's controls or the element that has the focus there. What the person chose is remembered.
 */
export class PanelDocking {
  readonly #deps: DockingDeps;
  readonly #listeners = new Set<() => void>();
  #docks: PanelDocks = {};
  #isRecalled = false;
  #size = START;
  #surroundings: Surroundings | undefined;
  #last: Standing | undefined;
  /** Where the person drags the panel. It moves when they let go. */
  #dragged: PanelDock | undefined;
  /** The person opened it where it has no room, and has not gone back to the page since. */
  #isInsisted = false;
  #snapshot: DockingSnapshot = START_SNAPSHOT;

  constructor(deps: DockingDeps) {
    this.#deps = deps;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): DockingSnapshot => this.#snapshot;

  /** Gets what was remembered. Without it the panel stands where it does on the first day. */
  async recall(): Promise<void> {
    this.#docks = await this.#deps.ask('panel docks', {}).catch(() => ({}));
    this.#isRecalled = true;
    this.#stand();
  }

  hear(surroundings: Surroundings): void {
    this.#surroundings = surroundings;
    this.#isInsisted &&= surroundings.isInPanel;
    this.#stand();
  }

  readonly resize = (size: PanelSize): void => {
    this.#isInsisted &&= size.isOpen;
    // A bar does not tell how high the open panel would be.
    const isHidden = size.isOpen && this.#snapshot.lacksRoom;
    this.#size = isHidden ? { ...size, height: this.#size.height } : size;
    this.#stand();
  };

  /** The person opens it. It may cover the page's controls until they go back to the page. */
  openAnyway(): void {
    this.#isInsisted = true;
    this.#stand();
  }

  choose(dock: PanelDock): void {
    this.#dragged = undefined;
    if (!this.#surroundings) return;
    const windowSize = sizeOf(this.#surroundings.window);
    this.#docks = { ...this.#docks, [windowSize]: dock };
    this.#deps.toPage({ type: 'outline' });
    this.#stand();
    // Without the background it is remembered as long as this page is open.
    this.#deps.ask('keep panel dock', { windowSize, dock }).catch(() => {});
  }

  /** @param left and top from the corner of the panel, in CSS pixels */
  dragTo({ left, top }: Pick<Box, 'left' | 'top'>): void {
    if (!this.#last) return;
    const { place, window } = this.#last;
    const point = { left: place.left + left, top: place.top + top };
    this.#drag(dockAt(point, window, this.#dock(window)));
  }

  /** @param by in CSS pixels: how far to the right the pointer went */
  dragWidth(by: number): void {
    if (!this.#last) return;
    const { place, window } = this.#last;
    const wider = place.side === 'right' ? -by : by;
    this.#drag(withWidth(this.#dock(window), place.width + wider));
  }

  drop(): void {
    if (this.#dragged) this.choose(this.#dragged);
  }

  cancelDrag(): void {
    if (!this.#dragged) return;
    this.#dragged = undefined;
    this.#deps.toPage({ type: 'outline' });
    this.#stand();
  }

  #drag(dock: PanelDock): void {
    this.#dragged = dock;
    const around = this.#around();
    if (around) this.#deps.toPage({ type: 'outline', place: placeOf(around, this.#wish(dock)) });
  }

  /** If anything breaks here, the panel stays where it is and works on. */
  #stand(): void {
    try {
      this.#standNow();
    } catch {
      this.#last = undefined;
    }
  }

  #standNow(): void {
    const around = this.#around();
    if (!around || !this.#isRecalled || this.#dragged) return;
    const { window } = around;
    const wish = this.#wish(this.#dock(window));
    const free = nextPlace(around, wish, this.#last, this.#deps.hasFocus());
    const isInTheWay = this.#isInsisted && free.lacksRoom;
    const place = isInTheWay ? placeOf({ window, controls: [] }, wish) : free;
    if (!isSame(place, this.#last?.place)) this.#deps.toPage({ type: 'stand', place });
    this.#last = { window, wish, place };
    this.#show(window, place);
  }

  #wish(dock: PanelDock) {
    return { ...this.#size, dock };
  }

  #dock(window: Size): PanelDock {
    return this.#docks[sizeOf(window)] ?? USUAL_DOCK;
  }

  /** Enough of an element that is as large as the page is in view beside the panel. */
  #around(): Around | undefined {
    if (!this.#surroundings) return undefined;
    const { window, controls, focus } = this.#surroundings;
    const isSmall = (box: Box) => box.width * box.height < (window.width * window.height) / 2;
    return { window, controls: [...controls, ...focus.filter(isSmall)] };
  }

  #show(window: Size, { side, lacksRoom }: Place): void {
    const dock = this.#dock(window);
    const isAside = side !== dock.side;
    const isResizable = sizeOf(window) === 'large';
    const before = this.#snapshot;
    const isNews =
      before.dock !== dock ||
      before.isAside !== isAside ||
      before.lacksRoom !== lacksRoom ||
      before.isResizable !== isResizable;
    if (!isNews) return;
    this.#snapshot = { dock, isAside, lacksRoom, isResizable };
    for (const listener of this.#listeners) listener();
  }
}

function isSame(one: Box, other: Box | undefined): boolean {
  return (
    one.left === other?.left &&
    one.top === other.top &&
    one.width === other.width &&
    one.height === other.height
  );
}
