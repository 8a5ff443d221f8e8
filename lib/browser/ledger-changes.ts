import { SUMMARIES_KEY } from '../settings/storage-names.ts';
import { browser } from './browser.ts';

/**
 * Calls `listener` after each change of what is kept, whoever made it, until the signal ends. The
 * summaries only follow from the rest: they are made while a page reads, and that is no news.
 */
export function onKeptDataChanged(listener: () => void, signal: AbortSignal): void {
  const onChanged = (changes: object, area: string) => {
    const isNews = Object.keys(changes).some((key) => key !== SUMMARIES_KEY);
    if (area === 'local' && isNews) listener();
  };
  browser.storage.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(onChanged));
}

/** Whether this page stands in a private window, where nothing is kept. */
export function isPrivateWindow(): boolean {
  return browser.extension.inIncognitoContext ?? false;
}
