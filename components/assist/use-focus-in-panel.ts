import type { RefObject } from 'react';
import { useEffect, useLayoutEffect, useRef } from 'react';

/**
 * A button may go with the click on it, and then the browser leaves the focus nowhere. It goes to the
 * start of the panel, or to its bar while it is collapsed, so that a person at the keyboard need not
 * begin at the page.
 */
export function useFocusInPanel(
  panel: RefObject<HTMLElement | null>,
  start: RefObject<HTMLElement | null>,
): void {
  const isInside = useRef(false);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const note = (is: boolean) => () => {
      isInside.current = is;
    };
    // Firefox tells of no focus while its window is not the active one.
    for (const type of ['focusin', 'click']) {
      panel.current?.addEventListener(type, note(true), { signal, capture: true });
    }
    window.addEventListener('blur', note(false), { signal });
    return () => stop.abort();
  }, [panel]);
  useLayoutEffect(() => {
    const isNowhere = document.activeElement === document.body;
    if (!isInside.current || !isNowhere) return;
    const bar = panel.current?.querySelector<HTMLElement>('[aria-expanded]');
    (start.current ?? bar)?.focus({ preventScroll: true });
  });
}
