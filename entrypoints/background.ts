import { defineBackground } from '#imports';
import { createBackground } from '../lib/background/background.ts';
import { hasAccess, onAccessChanged } from '../lib/browser/access.ts';
import { showBadge, showTabBadge } from '../lib/browser/badge.ts';
import { browser } from '../lib/browser/browser.ts';
import { closeStorageToPages, localArea, sessionArea } from '../lib/browser/key-value-areas.ts';
import { openPage } from '../lib/browser/open-page.ts';
import { serveMessages } from '../lib/browser/serve-messages.ts';
import { clearTabTimer, serveTimers, setTabTimer } from '../lib/browser/timers.ts';
import { LedgerStore } from '../lib/ledger/store.ts';

export default defineBackground(() => {
  void closeStorageToPages();
  const clock = { now: Date.now, newId: () => crypto.randomUUID() };
  const { version } = browser.runtime.getManifest();
  const background = createBackground({
    ...clock,
    store: new LedgerStore({ ...clock, version, memory: localArea }),
    local: localArea,
    session: sessionArea,
    open: openPage,
    showBadge,
    showTabBadge,
    hasAccess,
    setTimer: setTabTimer,
    clearTimer: clearTabTimer,
  });
  serveMessages(background.handlers);
  serveTimers(
    (tabId) => void background.timeIsUp(tabId),
    () => void background.refreshBadge(),
  );
  browser.tabs.onRemoved.addListener((tabId) => void background.tabClosed(tabId));
  browser.runtime.onStartup.addListener(() => void background.finishEarlierTabs());
  // An update also clears what the session knew about open tabs.
  browser.runtime.onInstalled.addListener(() => void background.finishEarlierTabs());
  onAccessChanged(() => void background.refreshBadge());
  void background.started();
});
