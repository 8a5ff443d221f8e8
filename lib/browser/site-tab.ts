import { isStandingKey } from '../settings/storage-names.ts';
import { browser } from './browser.ts';

/**
 * The site's tab that the person means. From the popup: the tab under it, if it shows the site. From
 * a tab of our own: the site's tab that they looked at last.
 */
export async function siteTab(): Promise<number | undefined> {
  // The popup is in no tab.
  if (await browser.tabs.getCurrent()) return lastSiteTab();
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  // The browser tells only the site's addresses and those of our own pages.
  return active?.url?.startsWith('https:') ? active.id : undefined;
}

async function lastSiteTab(): Promise<number | undefined> {
  const url = browser.runtime.getManifest().host_permissions ?? [];
  const tabs = await browser.tabs.query({ url });
  return tabs.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0]?.id;
}

/** Calls `listener` when another tab is shown, or a page of the site reports again. */
export function onSiteTabChanged(listener: () => void, signal: AbortSignal): void {
  const { onActivated, onRemoved } = browser.tabs;
  const onStored = (changes: object, area: string) => {
    const isPage = Object.keys(changes).some(isStandingKey);
    if (area === 'session' && isPage) listener();
  };
  const onTab = () => listener();
  browser.storage.onChanged.addListener(onStored);
  onActivated.addListener(onTab);
  onRemoved.addListener(onTab);
  signal.addEventListener('abort', () => {
    browser.storage.onChanged.removeListener(onStored);
    onActivated.removeListener(onTab);
    onRemoved.removeListener(onTab);
  });
}
