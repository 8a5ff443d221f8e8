import { useEffect, useRef } from 'react';

/**
 * Takes the focus to `home` when the element that had it is gone, e.g. a button whose work is done.
 * Else the person would be at the page's start again.
 * @param home the page's main heading unless told
 */
export function useKeptFocus(home: () => HTMLElement | null = mainHeading): void {
  const last = useRef<EventTarget>(null);
  useEffect(() => {
    const stop = new AbortController();
    const remember = ({ target }: FocusEvent) => {
      last.current = target;
    };
    document.addEventListener('focusin', remember, { signal: stop.signal });
    return () => stop.abort();
  }, []);
  useEffect(() => {
    if (!(last.current instanceof Element) || last.current.isConnected) return;
    last.current = null;
    if (document.activeElement === document.body) home()?.focus();
  });
}

function mainHeading(): HTMLElement | null {
  return document.querySelector('h1');
}
