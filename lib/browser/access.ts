import { browser } from './browser.ts';

/** The site alone; the manifest names it, and people can take it back in the browser's settings. */
function site(): { origins: string[] } {
  return { origins: browser.runtime.getManifest().host_permissions ?? [] };
}

export function hasAccess(): Promise<boolean> {
  return browser.permissions.contains(site());
}

/** The browser asks the person; only from a click of theirs. @returns whether they allowed it */
export function askForAccess(): Promise<boolean> {
  return browser.permissions.request(site());
}

export function onAccessChanged(listener: () => void, signal?: AbortSignal): void {
  const { onAdded, onRemoved } = browser.permissions;
  const call = () => listener();
  for (const event of [onAdded, onRemoved]) event.addListener(call);
  signal?.addEventListener('abort', () => {
    for (const event of [onAdded, onRemoved]) event.removeListener(call);
  });
}
