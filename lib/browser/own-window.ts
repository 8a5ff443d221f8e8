import { browser } from './browser.ts';

/** Whether this page is what the extension's button opens. The same page can stand in a tab. */
export function isButtonPopup(): boolean {
  return browser.extension.getViews({ type: 'popup' }).includes(window);
}
