import { defineBackground } from '#imports';
import { browser } from '../lib/browser/browser.ts';
import { serveMessages } from '../lib/browser/serve-messages.ts';
import { sessionArea } from '../lib/browser/session-area.ts';
import { createBackground } from '../lib/ledger/background.ts';
import { LedgerStore } from '../lib/ledger/store.ts';
import { SITE_ADDRESS } from '../lib/upload-page/site-address.ts';

export default defineBackground(() => {
  const background = createBackground({
    store: new LedgerStore(),
    session: sessionArea,
    openUploadPage: () => openTab(SITE_ADDRESS),
    openChecklist: () => openTab(browser.runtime.getURL('/popup.html')),
    openCheckFiles: () => openTab(browser.runtime.getURL('/assist.html')),
    version: browser.runtime.getManifest().version,
    now: Date.now,
    newId: () => crypto.randomUUID(),
  });
  serveMessages(background.answer);
  browser.tabs.onRemoved.addListener((tabId) => void background.tabClosed(tabId));
});

async function openTab(url: string): Promise<void> {
  await browser.tabs.create({ url });
}
