import type { Storage } from 'webextension-polyfill';
import type { KeyValueArea } from '../background/key-value-area.ts';
import { browser } from './browser.ts';

/** Gone with the browser. */
export const sessionArea = areaOf('session');
/** Kept until it is erased. */
export const localArea = areaOf('local');

/** In Chromium; Firefox has no such method (as of version 153). */
interface LockableArea extends Storage.StorageArea {
  setAccessLevel?(options: { readonly accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

/**
 * Closes both areas to content scripts, which share a process with the site's page. Chromium leaves
 * `storage.local` open to them otherwise. To be called at the start of the background, before
 * anything is stored.
 */
export async function closeStorageToPages(): Promise<void> {
  const areas: readonly LockableArea[] = [browser.storage.local, browser.storage.session];
  const accessLevel = 'TRUSTED_CONTEXTS';
  // A browser that refuses leaves things as they were: the assistant works all the same.
  await Promise.allSettled(areas.map(async (area) => area.setAccessLevel?.({ accessLevel })));
}

function areaOf(name: 'session' | 'local'): KeyValueArea {
  return {
    get: async (key) => (await browser.storage[name].get(key))[key],
    set: (key, value) => browser.storage[name].set({ [key]: value }),
    remove: (key) => browser.storage[name].remove(key),
    clear: () => browser.storage[name].clear(),
  };
}
