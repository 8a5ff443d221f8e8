import { defineUnlistedScript } from '#imports';
import { UploadWork } from '../lib/page-side/upload-work.ts';

declare global {
  /** In the content script's own world, which no page sees. */
  var uploadAssistantWork: typeof UploadWork | undefined;
}

/** The part of the content script for the upload page; upload-page.ts loads it there. */
export default defineUnlistedScript(() => {
  globalThis.uploadAssistantWork = UploadWork;
});
