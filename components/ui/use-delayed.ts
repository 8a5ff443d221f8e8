import { useEffect, useState } from 'react';

/** Work that is over sooner shows no progress bar: it would only flicker. */
export const PROGRESS_DELAY_MS = 300;

/** True once `isActive` has been true for `delayMs` without a break. */
export function useDelayed(isActive: boolean, delayMs: number = PROGRESS_DELAY_MS): boolean {
  const [isDue, setIsDue] = useState(false);
  useEffect(() => {
    if (!isActive) {
      setIsDue(false);
      return;
    }
    const timer = setTimeout(() => setIsDue(true), delayMs);
    return () => clearTimeout(timer);
  }, [isActive, delayMs]);
  return isActive && isDue;
}
