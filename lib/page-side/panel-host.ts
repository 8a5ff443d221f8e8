import type { Lifetime } from '../upload-page/safely.ts';
import { setStyles } from '../upload-page/styles.ts';

/** The docked frame with the assistant's panel. */
export interface PanelHost {
  /** Height in CSS pixels; the page's window limits it. */
  resize(height: number): void;
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

const WIDTH_PX = 380;
const START_HEIGHT_PX = 48;

/**
 * Puts the panel's frame into the page: in a closed shadow root, so that the page's scripts and
 * styles do not reach it, and fixed at the bottom right, so that the page's layout does not move.
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
    right: '16px',
    bottom: '0',
    width: `min(${WIDTH_PX}px, calc(100vw - 32px))`,
    height: `${START_HEIGHT_PX}px`,
    'max-height': 'calc(100vh - 16px)',
  };
  setStyles(host, hostStyles, 'important');
  const frame = document.createElement('iframe');
  frame.title = options.title;
  setStyles(frame, {
    all: 'initial',
    display: 'block',
    width: '100%',
    height: '100%',
    border: '0',
    'border-radius': '8px 8px 0 0',
    'box-shadow': '0 2px 16px rgb(0 0 0 / 35%)',
    // Without it a page in a dark scheme would paint the frame's canvas opaque white.
    'color-scheme': 'light dark',
  });
  const onLoad = () => frame.contentWindow && options.onLoad(frame.contentWindow);
  frame.addEventListener('load', options.safely(onLoad));
  frame.src = options.url;
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
    resize: (height) => host.style.setProperty('height', `${height}px`, 'important'),
    focus: () => frame.focus(),
    standAside: (isAside) =>
      host.style.setProperty('pointer-events', isAside ? 'none' : 'auto', 'important'),
    remove: () => {
      observer.disconnect();
      host.remove();
    },
  };
}
