import { defineContentScript } from '#imports';
import { startPageSide } from '../../lib/assist/page-side.ts';
import { browser } from '../../lib/browser/browser.ts';
import { t } from '../../lib/browser/i18n.ts';
import { sendToBackground } from '../../lib/browser/messages.ts';

export default defineContentScript({
  matches: ['https://www.calpassplus.org/*', 'https://calpassplus.org/*'],
  runAt: 'document_start',
  allFrames: true,
  main(context) {
    startPageSide({
      window,
      signal: context.signal,
      frameUrl: browser.runtime.getURL('/assist.html'),
      issueToken: async () => String(await sendToBackground({ type: 'issue token' })),
      tell: (type) => sendToBackground({ type }),
      isContextLost: () => browser.runtime?.id === undefined,
      words: {
        panelTitle: t('panel_title'),
        stopped: t('assistant_stopped'),
        updated: t('assistant_updated'),
        close: t('close'),
        filled: t('mark_filled'),
        undo: t('undo'),
        undoPurpose: t('mark_undo_purpose'),
        undoDescription: t('mark_undo_description'),
      },
    });
  },
});
