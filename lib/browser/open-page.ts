import { SITE_ADDRESS } from '../upload-page/site-address.ts';
import { browser } from './browser.ts';

const ADDRESSES = {
  'upload page': () => SITE_ADDRESS,
  checklist: () => browser.runtime.getURL('/popup.html'),
  'check files': () => browser.runtime.getURL('/assist.html'),
  setup: () => browser.runtime.getURL('/setup.html'),
};

/**
 * Opens it in a new tab, where it stays open.
 * @param tab a tab inside the page, as its address names it
 */
export async function openPage(page: keyof typeof ADDRESSES, tab?: string): Promise<void> {
  const address = ADDRESSES[page]();
  await browser.tabs.create({ url: tab ? `${address}#${tab}` : address });
}
