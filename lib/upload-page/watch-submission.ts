import { THANK_YOU } from './site-words.ts';

export interface WatchOptions {
  readonly window: Window;
  readonly signal: AbortSignal;
  /** The page's submit button as it is now. */
  readonly submitButton: () => HTMLElement | undefined;
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
  submitButton,
  onSubmit,
  onThankYou,
}: WatchOptions): { look: () => void; isAwaited: () => boolean } {
  let wasShown = false;
  let isAwaited = false;

  const onClick = (event: MouseEvent) => {
    const button = submitButton();
    if (!event.isTrusted || !button || !event.composedPath().includes(button)) return;
    // A thank-you that stands there already belongs to an earlier submission.
    wasShown = isThankYouShown(window.document);
    isAwaited = true;
    onSubmit();
  };
  window.addEventListener('click', onClick, { capture: true, signal });

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
  // textContent is cheap and rules most pages out; innerText knows what is really visible.
  const { body } = document;
  return (
    body !== null &&
    THANK_YOU.test((body.textContent ?? '').toLowerCase()) &&
    THANK_YOU.test(body.innerText.toLowerCase())
  );
}
