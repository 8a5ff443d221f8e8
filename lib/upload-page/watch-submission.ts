import { openRoots } from './roots.ts';
import type { Lifetime } from './safely.ts';
import { THANK_YOU } from './site-words.ts';

/** Where something breaks in here, the click goes through all the same. */
export interface WatchOptions extends Lifetime {
  readonly window: Window;
  /** The page's submit button as it is now. */
  readonly submitButton: () => HTMLElement | undefined;
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
    wasShown = isThankYouShown(window.document);
    isAwaited = true;
    onSubmit();
  };
  window.addEventListener('click', safely(onClick), { capture: true, signal });

  return {
    look() {
      const isShown = isThankYouShown(window.document);
      if (isShown && !wasShown) {
        isAwaited = false;
        onThankYou();
      }
      wasShown = isShown;
    },
    isAwaited: () => isAwaited,
  };
}

function isThankYouShown(document: Document): boolean {
  if (!document.body) return false;
  return openRoots(document).some((root) => {
    const parts = root instanceof ShadowRoot ? [...root.children] : [document.body];
    // textContent is cheap and rules most pages out; innerText knows what is really visible.
    return (
      THANK_YOU.test(
        parts
          .map(({ textContent }) => textContent ?? '')
          .join(' ')
          .toLowerCase(),
      ) &&
      parts.some(
        (part) => part instanceof HTMLElement && THANK_YOU.test(part.innerText.toLowerCase()),
      )
    );
  });
}
