import type { Runtime } from 'webextension-polyfill';
import { dispatch } from '../messaging/dispatch.ts';
import type { Asker } from '../messaging/message-map.ts';
import type { Handlers } from '../messaging/messages.ts';
import { toReply } from '../messaging/reply.ts';
import { browser } from './browser.ts';

/** Answers the messages of this extension's own contexts, and no others. */
export function serveMessages(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id) return undefined;
    const answer = dispatch(handlers, message, askerOf(sender), {
      tabId: sender.tab?.id,
      frameId: sender.frameId,
      isPrivate: sender.tab?.incognito ?? false,
    });
    return answer && toReply(answer);
  });
}

/** The browser itself says where a message comes from; no page can forge it. */
function askerOf({ url, tab, frameId }: Runtime.MessageSender): Asker {
  if (!url?.startsWith(browser.runtime.getURL(''))) return 'content script';
  return tab && frameId !== 0 ? 'panel' : 'own pages';
}
