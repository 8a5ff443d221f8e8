import type { ToBackground } from '../messaging/to-background.ts';
import { browser } from './browser.ts';

/** The answer is checked by the one who asked; a context that has lost its extension rejects. */
export function sendToBackground(message: ToBackground): Promise<unknown> {
  return browser.runtime.sendMessage(message);
}
