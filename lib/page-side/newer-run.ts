import type { Lifetime } from '../upload-page/safely.ts';

const BEGUN = 'upload-assistant:begun';

/**
 * Where the extension is updated under an open page, Firefox lets the new version's script run beside
 * the old one, which hears nothing of it. So each run says that it has begun. A page may say so, too:
 * whether this run is still good, `notice` has to ask the browser.
 */
export function watchForNewerRun(
  document: Document,
  { signal, safely }: Lifetime,
  notice: () => void,
): void {
  document.dispatchEvent(new Event(BEGUN));
  document.addEventListener(BEGUN, safely(notice), { signal });
}
