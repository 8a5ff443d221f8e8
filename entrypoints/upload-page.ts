import { defineUnlistedScript } from '#imports';
import { plainText } from '../lib/browser/i18n.ts';
import { sendToBackground } from '../lib/browser/messages.ts';
import { native } from '../lib/browser/native.ts';
import { startPageSide } from '../lib/page-side/page-side.ts';
import type { LearnedControl } from '../lib/upload-page/learned-control.ts';

/**
 * The content script of the isolated world; wxt.config.ts puts it into the manifest. It is not of
 * WXT's own kind: what that brings along tells the page that it is there, stops when a page says
 * that another one has come, and fills a thirteenth of the size that this script may have.
 */
export default defineUnlistedScript(() => {
  startPageSide({
    window,
    frameUrl: native().runtime.getURL('/assist.html'),
    issueToken: async () => String(await sendToBackground({ type: 'issue token' })),
    tell: (type) => sendToBackground({ type }),
    tellState: ({ state, why, missing }) =>
      sendToBackground({ type: 'page state', state, why, missing }),
    // The background checked each of these before it kept it; zod is too large to do so here again.
    learned: async () =>
      (await sendToBackground({ type: 'learned controls' })) as readonly LearnedControl[],
    learn: (learned) => sendToBackground({ type: 'learn control', learned }),
    isContextLost: () => native().runtime?.id === undefined,
    words: {
      panelTitle: plainText('panel_title'),
      stopped: plainText('assistant_stopped'),
      updated: plainText('assistant_updated'),
      close: plainText('close'),
      filled: plainText('mark_filled'),
      undo: plainText('undo'),
      undoPurpose: plainText('mark_undo_purpose'),
      undoDescription: plainText('mark_undo_description'),
    },
  });
});
