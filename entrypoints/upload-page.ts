import { defineUnlistedScript } from '#imports';
import { askFromPage } from '../lib/browser/content-script-messages.ts';
import { plainText } from '../lib/browser/i18n.ts';
import { native } from '../lib/browser/native.ts';
import { newProof } from '../lib/page-side/new-proof.ts';
import type { PageSideDeps } from '../lib/page-side/page-side.ts';
import { startPageSide } from '../lib/page-side/page-side.ts';

/**
 * The content script of the isolated world; wxt.config.ts puts it into the manifest. A content script
 * of WXT's own kind would tell the page that it is there, and stop when a page says so.
 */
export default defineUnlistedScript(() => {
  startPageSide({
    window,
    frameUrl: native().runtime.getURL('/assist.html'),
    loadUploadWork,
    newProof,
    issueToken: () => askFromPage('issue token', {}),
    announce: (payload) => askFromPage('submission announced', payload),
    tell: async ({ name, payload }) => (await askFromPage(name, payload)) !== 'failed',
    tellAwaited: () => askFromPage('answer awaited', {}),
    tellState: (standing) => askFromPage('page state', standing),
    hasOutcome: async () => (await askFromPage('read outcome', {})) !== undefined,
    learned: () => askFromPage('learned controls', {}),
    learn: (learned) => askFromPage('learn control', { learned }),
    isContextLost: () => native().runtime?.id === undefined,
    words: {
      panelTitle: plainText('panel_title'),
      stopped: plainText('assistant_stopped'),
      filesBack: plainText('assistant_files_back'),
      updated: plainText('assistant_updated'),
      close: plainText('close'),
      filled: plainText('mark_filled'),
      undo: plainText('undo'),
      undoPurpose: plainText('mark_undo_purpose'),
      undoDescription: plainText('mark_undo_description'),
    },
  });
});

const loadUploadWork: PageSideDeps['loadUploadWork'] = async () => {
  await import(/* @vite-ignore */ native().runtime.getURL('/upload-work.js'));
  if (globalThis.uploadAssistantWork) return globalThis.uploadAssistantWork;
  throw new Error('The part for the upload page is missing.');
};
