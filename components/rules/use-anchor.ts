import { useEffect } from 'react';

/**
 * Goes to the rule that the address names. The browser looks for it before React has drawn the
 * page, so it has to look again. It scrolls there and moves the focus, which a screen reader follows.
 */
export function useAnchor(): void {
  useEffect(() => {
    if (location.hash) location.replace(location.href);
  }, []);
}
