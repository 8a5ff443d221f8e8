import type { Lifetime } from '../upload-page/safely.ts';

/**
 * Files that stand in the form are lost when the page is left before its button was clicked. The
 * browser asks the person once, in its own words; after that they are free to go.
 */
export function warnOnLeaving(
  window: Window,
  { signal, safely }: Lifetime,
  isUnsubmitted: () => boolean,
): void {
  let hasWarned = false;
  const onLeaving = (event: BeforeUnloadEvent) => {
    if (hasWarned || !isUnsubmitted()) return;
    hasWarned = true;
    event.preventDefault();
  };
  window.addEventListener('beforeunload', safely(onLeaving), { signal });
}
