import type { RefObject } from 'react';
import { useEffect } from 'react';
import type { PanelSize } from '../../lib/session/panel-docking.ts';

/** Tells how high the panel's whole content is, whenever that changes. */
export function usePanelHeight(
  panel: RefObject<HTMLElement | null>,
  isOpen: boolean,
  onResize: (size: PanelSize) => void,
): void {
  useEffect(() => {
    const element = panel.current;
    if (!element) return;
    const tell = () => onResize({ ...heightsOf(element), isOpen });
    const observer = new MutationObserver(tell);
    observer.observe(element, { childList: true, subtree: true, characterData: true });
    const resize = new ResizeObserver(tell);
    resize.observe(element);
    tell();
    return () => {
      observer.disconnect();
      resize.disconnect();
    };
  }, [panel, isOpen, onResize]);
}

const BORDERS_PX = 3;

/** The scrolling part counts in full: the frame is to grow before anything scrolls. */
function heightsOf(element: HTMLElement): Omit<PanelSize, 'isOpen'> {
  const heights = [...element.children].map((part) =>
    Math.max(part.scrollHeight, part.clientHeight),
  );
  const [bar = 0] = heights;
  const height = heights.reduce((sum, one) => sum + one, 0);
  return { height: Math.ceil(height) + BORDERS_PX, bar: Math.ceil(bar) + BORDERS_PX };
}
