import type { Runtime } from 'webextension-polyfill';
import type { ToBackground } from '../messaging/to-background.ts';
import { toBackground } from '../messaging/to-background.ts';
import { browser } from './browser.ts';

/** Hands the background every well-formed message of this extension's own contexts, and no other. */
export function serveMessages(
  answer: (message: ToBackground, tabId: number | undefined) => Promise<unknown>,
): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const parsed = toBackground.safeParse(message);
    if (!parsed.success || sender.id !== browser.runtime.id) return undefined;
    return answer(parsed.data, sender.tab?.id);
  });
}
