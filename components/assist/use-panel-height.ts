import type { RefObject } from 'react';
import { useEffect } from 'react';

/** Tells how high the panel's whole content is, whenever that changes. */
export function usePanelHeight(
  panel: RefObject<HTMLElement | null>,
  onResize: (height: number) => void,
): void {
  useEffect(() => {
    const element = panel.current;
    if (!element) return;
    const tell = () => onResize(contentHeight(element));
    const observer = new MutationObserver(tell);
    observer.observe(element, { childList: true, subtree: true, characterData: true });
    const resize = new ResizeObserver(tell);
    resize.observe(element);
    tell();
    return () => {
      observer.disconnect();
      resize.disconnect();
    };
  }, [panel, onResize]);
}

/** The scrolling part counts in full: the frame is to grow before anything scrolls. */
function contentHeight(element: HTMLElement): number {
  const parts = [...element.children];
  const heights = parts.map((part) => Math.max(part.scrollHeight, part.clientHeight));
  return Math.ceil(heights.reduce((sum, height) => sum + height, 0)) + 3;
}
