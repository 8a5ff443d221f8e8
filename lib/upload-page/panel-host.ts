import { setStyles } from './styles.ts';

/** The docked frame with the assistant's panel. */
export interface PanelHost {
  /** Height in CSS pixels; the page's window limits it. */
  resize(height: number): void;
  focus(): void;
  /** While the page is given a drop, the panel must not be what lies at its point. */
  standAside(isAside: boolean): void;
  remove(): void;
}

const WIDTH_PX = 380;
const START_HEIGHT_PX = 48;

/**
 * Puts the panel's frame into the page: in a closed shadow root, so that the page's scripts and
 * styles do not reach it, and fixed at the bottom right, so that the page's layout does not move.
 */
export function createPanelHost(
  document: Document,
  options: {
    readonly url: string;
    readonly title: string;
    readonly onLoad: (frame: Window) => void;
  },
): PanelHost {
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
  frame.addEventListener('load', () => {
    if (frame.contentWindow) options.onLoad(frame.contentWindow);
  });
  frame.src = options.url;
  host.attachShadow({ mode: 'closed' }).append(frame);
  document.documentElement.append(host);
  return {
    resize: (height) => host.style.setProperty('height', `${height}px`, 'important'),
    focus: () => frame.focus(),
    standAside: (isAside) =>
      host.style.setProperty('pointer-events', isAside ? 'none' : 'auto', 'important'),
    remove: () => host.remove(),
  };
}
