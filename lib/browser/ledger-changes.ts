import { browser } from './browser.ts';

/** Calls `listener` after each change of what is kept, whoever made it, until the signal ends. */
export function onKeptDataChanged(listener: () => void, signal: AbortSignal): void {
  const onChanged = (_changes: unknown, area: string) => {
    if (area === 'local') listener();
  };
  browser.storage.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(onChanged));
}

/** Whether this page stands in a private window, where nothing is kept. */
export function isPrivateWindow(): boolean {
  return browser.extension.inIncognitoContext ?? false;
}
