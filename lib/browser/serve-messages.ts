import type { Runtime } from 'webextension-polyfill';
import type { Sender } from '../background/background.ts';
import { toAnswer } from '../messaging/answer.ts';
import type { ToBackground } from '../messaging/to-background.ts';
import { isForPagesOnly, toBackground } from '../messaging/to-background.ts';
import { browser } from './browser.ts';

/**
 * Hands the background every well-formed message of this extension's own contexts, and no other.
 * What changes the ledger by the person's word comes from the extension's own pages alone.
 */
export function serveMessages(
  answer: (message: ToBackground, sender: Sender) => Promise<unknown>,
): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const parsed = toBackground.safeParse(message);
    if (!parsed.success || sender.id !== browser.runtime.id) return undefined;
    const isOwnPage = sender.url?.startsWith(browser.runtime.getURL('')) ?? false;
    if (isForPagesOnly(parsed.data) && !isOwnPage) return undefined;
    const answered = answer(parsed.data, {
      tabId: sender.tab?.id,
      frameId: sender.frameId,
      isPrivate: sender.tab?.incognito ?? false,
    });
    return toAnswer(answered);
  });
}
