import type { Box, Surroundings } from '../messaging/panel-dock.ts';
import { boxOf } from '../upload-page/dropdown.ts';
import { isShown } from '../upload-page/in-sight.ts';
import { safelyWith } from '../upload-page/safely.ts';

export interface SurroundingsOptions {
  /** Of the form, which may be in a frame of the panel's document. */
  readonly window: Window;
  /** The panel's document. */
  readonly document: Document;
  readonly panel: HTMLElement;
  /** The controls that were found. */
  readonly controls: () => readonly HTMLElement[];
  readonly onChange: (surroundings: Surroundings) => void;
  readonly signal: AbortSignal;
}

/**
 * Reports where the page's controls and its focus are, once for each change. The page costs nothing
 * while nothing in it moves. If anything here breaks, the panel stays where it is and works on.
 *
 * @returns look: for when the page may have changed; tell: for a panel that knows nothing yet
 */
export function watchSurroundings(options: SurroundingsOptions): {
  readonly look: () => void;
  readonly tell: () => void;
} {
  const { window, document, signal } = options;
  const quietly = safelyWith(() => {});
  let told = '';
  let isDue = false;
  const lookNow = () => {
    isDue = false;
    if (signal.aborted) return;
    const now = surroundings(options);
    const text = JSON.stringify(now);
    if (text !== told) options.onChange(now);
    told = text;
  };
  const tell = () => {
    told = '';
    lookNow();
  };
  const look = () => {
    if (!isDue) window.requestAnimationFrame(quietly(lookNow));
    isDue = true;
  };
  const watch = () => {
    const observer = new ResizeObserver(quietly(look));
    signal.addEventListener(
      'abort',
      quietly(() => observer.disconnect()),
    );
    for (const view of new Set([window, document.defaultView ?? window])) {
      const listening = { signal, capture: true, passive: true };
      // Firefox sends no focus events in a window that is not active. Keys move the focus all the same.
      for (const type of ['scroll', 'resize', 'pointerdown', 'keyup']) {
        view.addEventListener(type, quietly(look), listening);
      }
      view.addEventListener('focusin', quietly(lookNow), listening);
      observer.observe(view.document.body);
    }
  };
  quietly(watch)();
  return { look: quietly(look), tell: quietly(tell) };
}

function surroundings({ document, panel, controls }: SurroundingsOptions): Surroundings {
  const { clientWidth: width, clientHeight: height } =
    document.scrollingElement ?? document.documentElement;
  const focused = focusedIn(document);
  const isInPanel = focused === panel;
  const all = controls();
  const boxesOf = (element: Element) => {
    const seen = seenOf(element, all);
    return seen ? [boxIn(document, seen)] : [];
  };
  return {
    window: { width, height },
    controls: all.flatMap(boxesOf),
    focus: focused && !isInPanel ? boxesOf(focused) : [],
    isInPanel,
  };
}

/**
 * A widget hides the control itself and shows something around it. What holds other controls too is no
 * widget but the form, or the page.
 */
function seenOf(element: Element, controls: readonly Element[]): Element | undefined {
  const isOwn = (one: Element) =>
    !controls.some((control) => control !== element && one.contains(control));
  const box = element instanceof HTMLElement ? boxOf(element) : element;
  const { parentElement: parent } = element;
  return [box, parent, parent?.parentElement]
    .filter((one) => one != null)
    .find((one) => isShown(one) && isOwn(one));
}

/** Looks into frames and open shadow roots. */
function focusedIn({ activeElement, body }: Document): Element | undefined {
  let focused = activeElement ?? body;
  for (let inner: Element | undefined = focused; inner; inner = innerFocus(inner)) focused = inner;
  return focused === focused.ownerDocument.body ? undefined : focused;
}

function innerFocus(element: Element): Element | undefined {
  // An element of another frame is of another window's class.
  const { contentDocument } = element as Partial<HTMLIFrameElement>;
  return (contentDocument ?? element.shadowRoot)?.activeElement ?? undefined;
}

/** Where an element is in the window of the outermost document. */
function boxIn(outermost: Document, element: Element): Box {
  let { left, top, width, height } = element.getBoundingClientRect();
  for (let at = element.ownerDocument; at !== outermost; ) {
    const frame = at.defaultView?.frameElement;
    if (!frame) break;
    const around = frame.getBoundingClientRect();
    left += around.left + frame.clientLeft;
    top += around.top + frame.clientTop;
    at = frame.ownerDocument;
  }
  return { left, top, width, height };
}
