import type { Lifetime } from '../upload-page/safely.ts';

/** Where something breaks in here, the click goes through all the same. */
export interface WatchOptions extends Lifetime {
  readonly window: Window;
  /** The page's submit button as it is now. */
  readonly submitButton: () => HTMLElement | undefined;
  /** Whether the page's thank-you text stands there now. */
  readonly isThanked: () => boolean;
  /** Asked at the click; false stops it, and the page never hears of it. */
  readonly mayGo: () => boolean;
  readonly onSubmit: () => void;
  readonly onThankYou: () => void;
}

/**
 * Watches for the two things that together prove a submission: the person's own click on the
 * page's button, then the page's thank-you text.
 * @returns look: to be called whenever the page has changed; while `isAwaited()` at once, because
 * people leave a page as soon as it thanks them
 */
export function watchSubmission({
  window,
  signal,
  safely,
  submitButton,
  isThanked,
  mayGo,
  onSubmit,
  onThankYou,
}: WatchOptions): { look: () => void; isAwaited: () => boolean } {
  let wasShown = false;
  let isAwaited = false;

  const onClick = (event: MouseEvent) => {
    const button = submitButton();
    if (!event.isTrusted || !button || !event.composedPath().includes(button)) return;
    if (!mayGo()) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    // A thank-you that stands there already belongs to an earlier submission.
    wasShown = isThanked();
    isAwaited = true;
    onSubmit();
  };
  window.addEventListener('click', safely(onClick), { capture: true, signal });

  return {
    look() {
      const isShown = isThanked();
      if (isShown && !wasShown) {
        isAwaited = false;
        onThankYou();
      }
      wasShown = isShown;
    },
    isAwaited: () => isAwaited,
  };
}
