/**
 * A page that answers the click by loading another may take our message down with it, above all
 * where the browser first has to start the background again (seen in Firefox 153). So the click
 * also leaves a marker in the tab's session storage, for the page that comes next. It says nothing
 * but that there was a click.
 */
const KEY = 'upload-assistant-submitted';

/** Set before the message is sent, taken away once it has arrived. */
export const submitMarker = {
  set(window: Window): void {
    attempt(() => window.sessionStorage.setItem(KEY, '1'));
  },
  clear(window: Window): void {
    attempt(() => window.sessionStorage.removeItem(KEY));
  },
  isSet(window: Window): boolean {
    return attempt(() => window.sessionStorage.getItem(KEY) !== null) ?? false;
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
