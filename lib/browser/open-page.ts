import { SITE_ADDRESS } from '../upload-page/site-address.ts';
import { browser } from './browser.ts';

const ADDRESSES = {
  'upload page': () => SITE_ADDRESS,
  checklist: () => browser.runtime.getURL('/popup.html'),
  'check files': () => browser.runtime.getURL('/assist.html'),
  setup: () => browser.runtime.getURL('/setup.html'),
};

/** In a new tab, where it stays open. */
export async function openPage(page: keyof typeof ADDRESSES): Promise<void> {
  await browser.tabs.create({ url: ADDRESSES[page]() });
}
