/** A page can put the panel under a pointer that is about to click. So early a click is no decision. */
export const TOO_EARLY_MS = 300;

export type Verdict =
  | 'counts'
  /** The button came into view only just now. */
  | 'too early'
  /** The page covers the panel or makes it see-through: nobody can have seen what they clicked. */
  | 'not seen';

/** What the browser knows of a button in view: an entry of an `IntersectionObserver`. */
export interface Sight {
  readonly isIntersecting: boolean;
  /** Whether the page shows it in full, as Chromium tells. Absent in other browsers. */
  readonly isVisible?: boolean | undefined;
}

/**
 * Judges clicks on a button that acts outward:
 *
 *   out of view ──comes into view──► too early ──300 ms──► counts
 *        ▲                                                   │
 *        └───────────────── goes out of view ◄───────────────┘
 *
 * A click of the pointer must also have seen the button for so long. A key reaches it only by the
 * person's own way through the panel, so it needs no sight: that is the way out for someone whose
 * browser shows every page through a filter.
 */
export class ClickGuard {
  #inViewSince: number | undefined;
  #seenSince: number | undefined;

  /** @param now milliseconds, from any start */
  note({ isIntersecting, isVisible = true }: Sight, now: number): void {
    this.#inViewSince = isIntersecting ? (this.#inViewSince ?? now) : undefined;
    this.#seenSince = isIntersecting && isVisible ? (this.#seenSince ?? now) : undefined;
  }

  judge(by: 'pointer' | 'key', now: number): Verdict {
    if (!isLongEnough(this.#inViewSince, now)) return 'too early';
    if (by === 'key' || isLongEnough(this.#seenSince, now)) return 'counts';
    return 'not seen';
  }
}

function isLongEnough(since: number | undefined, now: number): boolean {
  return since !== undefined && now - since >= TOO_EARLY_MS;
}
