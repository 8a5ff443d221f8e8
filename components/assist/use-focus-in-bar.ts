import type { RefObject } from 'react';
import { useEffect } from 'react';

/**
 * Where only the bar has room, the focus goes to the button that opens it: what had the focus, or was
 * about to get it, is not there.
 */
export function useFocusInBar(panel: RefObject<HTMLElement | null>, isBar: boolean): void {
  useEffect(() => {
    if (!isBar) return;
    const bring = () => {
      if (!document.hasFocus() || document.activeElement !== document.body) return;
      panel.current?.querySelector<HTMLElement>('[aria-expanded]')?.focus();
    };
    // A key gives the focus to its button only after it came to the window.
    const bringSoon = () => setTimeout(bring);
    bring();
    window.addEventListener('focus', bringSoon);
    return () => window.removeEventListener('focus', bringSoon);
  }, [panel, isBar]);
}
