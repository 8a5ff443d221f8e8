import type { Box } from '../messaging/panel-dock.ts';
import type { Lifetime } from '../upload-page/safely.ts';
import { setStyles } from '../upload-page/styles.ts';

/** The docked frame with the assistant's panel. */
export interface PanelHost {
  /** What stands in the page: the panel, as the page sees it. */
  readonly element: HTMLElement;
  /** Until then an empty frame would be seen. */
  appear(): void;
  show(place: Box): void;
  /** Shows where the panel would be, or nothing. */
  outline(place: Box | undefined): void;
  focus(): void;
  /** While the page is given a drop, the panel must not be what lies at its point. */
  standAside(isAside: boolean): void;
  remove(): void;
}

export interface PanelHostOptions {
  readonly url: string;
  readonly title: string;
  readonly safely: Lifetime['safely'];
  /** The frame is there; again each time it had to be put into the page anew. */
  readonly onLoad: (frame: Window) => unknown;
  /** The page took the frame out, and what it held is gone; it is being put in again. */
  readonly onRemoved: () => void;
  /** The page has taken it out of every place. */
  readonly onGone: () => void;
}

/**
 * Puts the panel's frame into the page: in a closed shadow root, so that the page's scripts and
 * styles do not reach it, and fixed in the window, so that the page's layout does not move.
 *
 * A page that takes out what is not its own does so at the edges of the document; the frame then
 * moves one place further in.
 */
export function createPanelHost(document: Document, options: PanelHostOptions): PanelHost {
  const host = document.createElement('div');
  host.dataset['uploadAssistant'] = 'panel';
  const hostStyles = {
    all: 'initial',
    position: 'fixed',
    'z-index': '2147483647',
    right: '8px',
    bottom: '8px',
    visibility: 'hidden',
    width: '320px',
    height: '48px',
  };
  setStyles(host, hostStyles, 'important');
  const frame = document.createElement('iframe');
  frame.title = options.title;
  setStyles(frame, {
    all: 'initial',
    visibility: 'inherit',
    display: 'block',
    width: '100%',
    height: '100%',
    border: '0',
    'border-radius': '8px',
    'box-shadow': '0 2px 16px rgb(0 0 0 / 35%)',
    // Without it a page in a dark scheme would paint the frame's canvas opaque white.
    'color-scheme': 'light dark',
  });
  const onLoad = () => frame.contentWindow && options.onLoad(frame.contentWindow);
  frame.addEventListener('load', options.safely(onLoad));
  frame.src = options.url;
  const outline = document.createElement('div');
  const outlineStyles = {
    all: 'initial',
    position: 'fixed',
    'box-sizing': 'border-box',
    border: '3px dashed #0b4296',
    'border-radius': '8px',
    background: 'rgb(11 66 150 / 15%)',
    'pointer-events': 'none',
  };
  host.attachShadow({ mode: 'closed' }).append(frame);

  const places = [
    () => document.documentElement,
    () => document.body,
    () => document.querySelector('form')?.parentElement,
    () => document.querySelector('main, [role=main]'),
    () => document.documentElement,
  ];
  const onChildren = () => {
    if (host.isConnected) return;
    options.onRemoved();
    putIn();
  };
  const observer = new MutationObserver(options.safely(onChildren));
  function putIn(): void {
    observer.disconnect();
    const place = places.shift()?.();
    if (!place) {
      options.onGone();
      return;
    }
    place.append(host);
    // Children alone, and only of what is above the frame: the rest of the page is not watched.
    for (let above: Node | null = place; above; above = above.parentNode) {
      observer.observe(above, { childList: true });
    }
  }
  putIn();

  return {
    element: host,
    appear: () => setStyles(host, { visibility: 'visible' }, 'important'),
    show: (place) => setStyles(host, inPixels(place), 'important'),
    outline(place) {
      outline.remove();
      if (!place) return;
      setStyles(outline, { ...outlineStyles, ...inPixels(place) });
      frame.after(outline);
    },
    focus: () => frame.focus(),
    standAside: (isAside) =>
      host.style.setProperty('pointer-events', isAside ? 'none' : 'auto', 'important'),
    remove: () => {
      observer.disconnect();
      host.remove();
    },
  };
}

function inPixels({ left, top, width, height }: Box): Record<string, string> {
  const px = { left, top, width, height };
  const lengths = Object.entries(px).map(([name, length]) => [name, `${length}px`]);
  return { ...Object.fromEntries(lengths), right: 'auto', bottom: 'auto' };
}
