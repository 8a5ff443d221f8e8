import { useEffect, useEffectEvent } from 'react';

/** What the focus may fall back to, from the inside out. */
const PLACES = 'fieldset, form, section, [role="tabpanel"], main';

/**
 * If the control that has the focus is removed, gives the focus to what is left around it. Otherwise
 * it would fall to the document, and people without a mouse would start again from the top.
 * @param home gets the focus instead, e.g. the heading of what is shown now
 */
export function useFocusKept(home?: () => HTMLElement | null): void {
  const homeNow = useEffectEvent(() => home?.());
  useEffect(() => {
    const stop = new AbortController();
    let around: readonly Element[] = [];
    const note = ({ target }: Event) => {
      around = target instanceof Element ? withAncestors(target) : [];
    };
    // Firefox tells of no focus while it shows a finished download.
    for (const type of ['focusin', 'click']) {
      document.addEventListener(type, note, { signal: stop.signal, capture: true });
    }
    const observer = new MutationObserver(() => {
      const [last] = around;
      if (!last || last.isConnected || document.activeElement !== document.body) return;
      const place = homeNow() ?? around.find((one) => one.isConnected && one.matches(PLACES));
      if (!(place instanceof HTMLElement)) return;
      if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
      place.focus();
    });
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      stop.abort();
      observer.disconnect();
    };
  }, []);
}

function withAncestors(element: Element): Element[] {
  const { parentElement } = element;
  return [element, ...(parentElement ? withAncestors(parentElement) : [])];
}
