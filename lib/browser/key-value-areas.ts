import type { KeyValueArea } from '../background/key-value-area.ts';
import { browser } from './browser.ts';

/** Gone with the browser. */
export const sessionArea = areaOf('session');
/** Kept until it is erased. */
export const localArea = areaOf('local');

function areaOf(name: 'session' | 'local'): KeyValueArea {
  return {
    get: async (key) => (await browser.storage[name].get(key))[key],
    set: (key, value) => browser.storage[name].set({ [key]: value }),
    remove: (key) => browser.storage[name].remove(key),
    clear: () => browser.storage[name].clear(),
  };
}
