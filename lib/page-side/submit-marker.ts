import { SUBMIT_MARK } from '../settings/storage-names.ts';

/**
 * A page that answers the click by loading another may take our message down with it, above all
 * where the browser first has to start the background again (seen in Firefox 153). So the click
 * and the thanks also leave a marker in the tab's session storage, for the page that comes next. It
 * says nothing but that there was a click, or that the page has thanked for it.
 */
export type SubmitMark = 'clicked' | 'thanked';

/** Set before the message is sent, taken away once it has arrived. */
export const submitMarker = {
  set(window: Window, mark: SubmitMark): void {
    attempt(() => window.sessionStorage.setItem(SUBMIT_MARK, mark));
  },
  /** Leaves a mark that says another thing: that message may still be on its way. */
  clear(window: Window, mark: SubmitMark): void {
    if (submitMarker.read(window) !== mark) return;
    attempt(() => window.sessionStorage.removeItem(SUBMIT_MARK));
  },
  read(window: Window): SubmitMark | undefined {
    const mark = attempt(() => window.sessionStorage.getItem(SUBMIT_MARK));
    return mark === 'clicked' || mark === 'thanked' ? mark : undefined;
  },
};

/** A site or a person may have forbidden storage; then there is the message alone. */
function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
