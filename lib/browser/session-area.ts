import type { SessionArea } from '../messaging/session-area.ts';
import { browser } from './browser.ts';

export const sessionArea: SessionArea = {
  get: async (key) => (await browser.storage.session.get(key))[key],
  set: (key, value) => browser.storage.session.set({ [key]: value }),
  remove: (key) => browser.storage.session.remove(key),
};
